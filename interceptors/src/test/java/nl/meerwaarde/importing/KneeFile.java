package nl.meerwaarde.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A made-up file in the form of the NHS's knee files: every row the same, but for what a test changes. */
final class KneeFile {
    private static final List<String> COLUMNS = List.copyOf(Mappings.columns(Mappings.shipped("nhs-proms-knee")));

    private final List<Map<String, String>> rows = new ArrayList<>();

    /** Adds a row; {@code changes} are columns and their values in turn. */
    KneeFile row(String... changes) {
        Map<String, String> row = new HashMap<>(Map.of(
                "Procedure", "Knee Replacement",
                "Year", "2017/18",
                "Provider Code", "XX1",
                "Revision Flag", "0",
                "Age Band", "60 to 69",
                "Gender", "2"));
        for (String moment : List.of("Pre", "Post")) {
            String answer = moment.equals("Pre") ? "1" : "3";
            COLUMNS.stream()
                    .filter(column -> column.startsWith("Knee Replacement " + moment + "-Op Q "))
                    .forEach(column -> row.put(column, answer));
            row.put("Knee Replacement " + moment + "-Op Q Score", moment.equals("Pre") ? "12" : "36");
            List.of("Mobility", "Self-Care", "Activity", "Discomfort", "Anxiety")
                    .forEach(dimension -> row.put(moment + "-Op Q " + dimension, "1"));
            row.put(moment + "-Op Q EQ5D Index", "1");
            row.put(moment + "-Op Q EQ VAS", "80");
        }
        for (int i = 0; i < changes.length; i += 2) {
            row.put(changes[i], changes[i + 1]);
        }
        rows.add(row);
        return this;
    }

    KneeFile rows(int count) {
        for (int i = 0; i < count; i++) {
            row();
        }
        return this;
    }

    Path write(Path path) throws IOException {
        List<String> lines = new ArrayList<>(List.of(String.join(",", COLUMNS)));
        for (Map<String, String> row : rows) {
            lines.add(String.join(
                    ",",
                    COLUMNS.stream().map(column -> row.getOrDefault(column, "")).toList()));
        }
        return Files.write(path, lines);
    }
}
