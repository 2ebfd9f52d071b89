package nl.meerwaarde.access;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables of docs/access-rules.md, from the data that the server goes by. */
final class AccessPage {
    private AccessPage() {}

    static String tables() {
        return "\n" + table("resource-groups.csv", List.of("patients"))
                + "\n" + table("access-matrix.csv", List.of())
                + "\n" + table("operation-rules.csv", List.of("scope"))
                + "\n" + table("recipients.csv", List.of());
    }

    private static String table(String file, List<String> without) {
        List<Map<String, String>> rows = CsvTable.rows(file);
        List<String> columns = rows.get(0).keySet().stream()
                .filter(column -> !without.contains(column))
                .toList();
        return line(columns)
                + line(columns.stream().map(column -> "---").toList())
                + rows.stream()
                        .map(row -> line(columns.stream().map(row::get).toList()))
                        .collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("*", "\\*")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
