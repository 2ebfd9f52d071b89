package nl.meerwaarde.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table beside these classes: no quotes, no empty cells; lines that begin with # are for people. */
final class CsvTable {
    private CsvTable() {}

    /** Its rows by column, in the order of the file. */
    static List<Map<String, String>> rows(String name) {
        try (InputStream file = CsvTable.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("The plug-in jar lacks " + name);
            }
            List<List<String>> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line ->
                            Arrays.stream(line.split(",")).map(String::strip).toList())
                    .toList();
            return rows(name, lines.get(0), lines.subList(1, lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, String>> rows(String name, List<String> columns, List<List<String>> lines) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> cells : lines) {
            if (cells.size() != columns.size()) {
                throw new IllegalStateException(name + " has a row of " + cells.size() + " cells: " + cells);
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                row.put(columns.get(i), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }
}
