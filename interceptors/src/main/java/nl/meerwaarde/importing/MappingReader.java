package nl.meerwaarde.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import nl.meerwaarde.fhir.Fingerprint;

/** Reads mapping files and finds everything in them that is wrong by itself; whether instruments and columns fit is found when they are known. */
final class MappingReader {
    private static final String CLASSPATH = "classpath:";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private MappingReader() {}

    /**
     * Reads the mapping at a path, or a shipped one by {@code classpath:} and its name.
     *
     * @throws IOException when it cannot be read
     */
    static MappingReading read(String location) throws IOException {
        return location.startsWith(CLASSPATH)
                ? shipped(location.substring(CLASSPATH.length()))
                : parse(Files.readString(Path.of(location)));
    }

    private static MappingReading shipped(String name) throws IOException {
        try (InputStream json = MappingReader.class.getResourceAsStream(name + ".json")) {
            return json == null
                    ? refused("", "No mapping called '" + name + "' is shipped.")
                    : parse(new String(json.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Reads a mapping's text. */
    static MappingReading parse(String text) {
        JsonNode json;
        try {
            json = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return refused("", "The mapping is not JSON: " + e.getOriginalMessage() + " (" + line(e) + ").");
        }
        List<MappingProblem> problems = MappingSchema.shipped().check(json);
        checkPatterns(json, "", problems);
        return problems.isEmpty()
                ? new MappingReading.Usable(JSON.convertValue(json, ImportMapping.class), Fingerprint.of(text))
                : new MappingReading.Refused(problems);
    }

    private static String line(JsonProcessingException e) {
        return e.getLocation() == null ? "no line" : "line " + e.getLocation().getLineNr();
    }

    /** A schema cannot say that a text is a regular expression, nor that a format names groups which the pattern has. */
    private static void checkPatterns(JsonNode node, String where, List<MappingProblem> problems) {
        if (node.path("column").isTextual()) {
            checkPattern(node, where, problems);
        }
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        names.forEach(name -> checkPatterns(node.get(name), where + "/" + name, problems));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            checkPatterns(node.get(i), where + "/" + i, problems);
        }
    }

    private static void checkPattern(JsonNode column, String where, List<MappingProblem> problems) {
        if (column.has("format") && !column.has("pattern")) {
            problems.add(new MappingProblem(where + "/format", "needs a 'pattern' whose groups it names."));
        }
        if (!column.path("pattern").isTextual()) {
            return;
        }
        try {
            Pattern pattern = Pattern.compile(column.path("pattern").asText());
            int groups = pattern.matcher("").groupCount();
            Matcher named =
                    Pattern.compile("\\$(\\d)").matcher(column.path("format").asText(""));
            while (named.find()) {
                if (Integer.parseInt(named.group(1)) > groups) {
                    problems.add(new MappingProblem(
                            where + "/format", named.group() + " is a group that the pattern does not have."));
                }
            }
        } catch (PatternSyntaxException e) {
            problems.add(
                    new MappingProblem(where + "/pattern", "is not a regular expression: " + e.getDescription() + "."));
        }
    }

    private static MappingReading refused(String where, String sentence) {
        return new MappingReading.Refused(List.of(new MappingProblem(where, sentence)));
    }
}
