package nl.meerwaarde.tests.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.meerwaarde.requester.Role;

/** The tables of the access rules as the plug-in jar holds them, read by themselves. */
final class Matrix {
    static final List<String> INTERACTIONS =
            List.of("read", "search", "history", "create", "update", "patch", "delete");

    private Matrix() {}

    /**
     * A cell.
     *
     * @param extent {@code own}, {@code all} or {@code -}
     */
    record Cell(Role actor, String group, String interaction, String extent) {}

    static List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (Map<String, String> row : rows("access-matrix.csv")) {
            for (String interaction : INTERACTIONS) {
                cells.add(new Cell(
                        Role.of(row.get("actor")).orElseThrow(), row.get("group"), interaction, row.get(interaction)));
            }
        }
        return cells;
    }

    /** A table's rows by column. */
    static List<Map<String, String>> rows(String name) {
        List<List<String>> lines = text(name)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> List.of(line.split(",")))
                .toList();
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < line.size(); i++) {
                row.put(lines.get(0).get(i), line.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static String text(String name) {
        try (InputStream file = Role.class.getResourceAsStream("/nl/meerwaarde/access/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
