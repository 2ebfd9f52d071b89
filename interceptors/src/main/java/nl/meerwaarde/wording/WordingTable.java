package nl.meerwaarde.wording;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a wording from a table with a header {@code linkId,answer,language,text}: one row per text, {@code answer} empty for the question itself. */
final class WordingTable {
    private static final String PATH = "table";
    private static final List<String> COLUMNS = List.of("linkId", "answer", "language", "text");
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .build();

    private WordingTable() {}

    /** The language of the first row is the main one. */
    static WordingReading read(String table) {
        try (CSVParser rows = FORMAT.parse(new StringReader(table))) {
            return rows.getHeaderNames().containsAll(COLUMNS)
                    ? read(rows.getRecords())
                    : refused("The table needs a first line with the columns " + String.join(",", COLUMNS) + ".");
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            return refused(
                    "The table cannot be read as comma-separated values with a first line that names its columns.");
        }
    }

    private static WordingReading read(List<CSVRecord> rows) {
        List<Problem> problems = new ArrayList<>();
        Map<Wording.Place, Map<String, String>> texts = new HashMap<>();
        String language = "";
        for (CSVRecord row : rows) {
            if (!row.isConsistent()
                    || row.get("linkId").isEmpty()
                    || row.get("language").isEmpty()
                    || row.get("text").isEmpty()) {
                problems.add(problem("Line " + (row.getRecordNumber() + 1)
                        + " of the table needs a linkId, a language and a text."));
                continue;
            }
            language = language.isEmpty() ? row.get("language") : language;
            Wording.Place place = new Wording.Place(row.get("linkId"), row.get("answer"));
            if (texts.computeIfAbsent(place, each -> new HashMap<>()).put(row.get("language"), row.get("text"))
                    != null) {
                problems.add(problem("The table has two texts in one language for " + place + "."));
            }
        }
        if (rows.isEmpty()) {
            problems.add(problem("The table has no texts."));
        }
        return problems.isEmpty()
                ? new WordingReading.Usable(new Wording(language, texts))
                : new WordingReading.Refused(problems);
    }

    private static WordingReading refused(String sentence) {
        return new WordingReading.Refused(List.of(problem(sentence)));
    }

    private static Problem problem(String sentence) {
        return new Problem(ProblemCode.INVALID_PARAMETER, PATH, sentence);
    }
}
