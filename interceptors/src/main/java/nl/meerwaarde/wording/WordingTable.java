package nl.meerwaarde.wording;

import ca.uhn.fhir.util.UrlUtil;
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
import org.hl7.fhir.r4.model.Extension;

/**
 * Reads a wording from a table with a header {@code linkId,answer,language,text}: one row per text, {@code answer} empty for the question itself. The
 * columns {@code plain}, {@code readAloud} and {@code picture} may follow, with what helps people who read badly.
 */
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

    private final Map<Wording.Place, Map<String, String>> texts = new HashMap<>();
    private final Map<Wording.Place, List<Extension>> aids = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private String language = "";

    private WordingTable() {}

    /** The language of the first row is the main one. */
    static WordingReading read(String table) {
        try (CSVParser rows = FORMAT.parse(new StringReader(table))) {
            return rows.getHeaderNames().containsAll(COLUMNS)
                    ? new WordingTable().read(rows.getRecords())
                    : refused("The table needs a first line with the columns " + String.join(",", COLUMNS) + ".");
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            return refused(
                    "The table cannot be read as comma-separated values with a first line that names its columns.");
        }
    }

    private WordingReading read(List<CSVRecord> rows) {
        rows.forEach(this::read);
        if (rows.isEmpty()) {
            problems.add(problem("The table has no texts."));
        }
        return problems.isEmpty()
                ? new WordingReading.Usable(new Wording(language, texts, aids))
                : new WordingReading.Refused(problems);
    }

    private void read(CSVRecord row) {
        if (!row.isConsistent()
                || row.get("linkId").isEmpty()
                || row.get("language").isEmpty()
                || row.get("text").isEmpty()) {
            problems.add(problem(line(row) + " needs a linkId, a language and a text."));
            return;
        }
        language = language.isEmpty() ? row.get("language") : language;
        Wording.Place place = new Wording.Place(row.get("linkId"), row.get("answer"));
        if (texts.computeIfAbsent(place, each -> new HashMap<>()).put(row.get("language"), row.get("text")) != null) {
            problems.add(problem("The table has two texts in one language for " + place + "."));
        }
        aids.computeIfAbsent(place, each -> new ArrayList<>()).addAll(aids(row, place));
    }

    private List<Extension> aids(CSVRecord row, Wording.Place place) {
        List<Extension> found = new ArrayList<>();
        String plain = optional(row, "plain");
        String aloud = optional(row, "readAloud");
        String picture = optional(row, "picture");
        if (!plain.isEmpty() || !aloud.isEmpty()) {
            found.add(ReadingAid.easyRead(row.get("language"), plain, aloud));
        }
        if (UrlUtil.isValid(picture)) {
            found.add(ReadingAid.picture(place, picture));
        } else if (!picture.isEmpty()) {
            problems.add(problem(line(row) + " has a picture that is no web address."));
        }
        return found;
    }

    private static String optional(CSVRecord row, String column) {
        return row.isMapped(column) ? row.get(column) : "";
    }

    private static String line(CSVRecord row) {
        return "Line " + (row.getRecordNumber() + 1) + " of the table";
    }

    private static WordingReading refused(String sentence) {
        return new WordingReading.Refused(List.of(problem(sentence)));
    }

    private static Problem problem(String sentence) {
        return new Problem(ProblemCode.INVALID_PARAMETER, PATH, sentence);
    }
}
