package nl.meerwaarde.tests.team;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.tests.support.Complaint;
import org.jspecify.annotations.Nullable;

/**
 * One case of {@code refused-teams.json}: a team that would be fine, with something changed, and what must be said about it.
 *
 * @param change what stands where instead; null takes it away, "-" at the end of an array adds to it
 */
record RefusedTeamCase(String title, Map<JsonPointer, JsonNode> change, List<Problem> problems) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final File FILE = read();

    /**
     * A problem as the file spells it.
     *
     * @param zegt part of the Dutch sentence
     */
    record Problem(String code, String path, String says, String zegt) {
        Complaint complaint(boolean dutch) {
            return new Complaint(
                    ProblemCode.valueOf(code.replace('-', '_').toUpperCase(Locale.ROOT)), path, dutch ? zegt : says);
        }
    }

    private record File(JsonNode valid, List<RefusedTeamCase> cases) {}

    static List<RefusedTeamCase> all() {
        return FILE.cases();
    }

    List<Complaint> complaints() {
        return problems.stream().map(problem -> problem.complaint(false)).toList();
    }

    List<Complaint> dutchComplaints() {
        return problems.stream().map(problem -> problem.complaint(true)).toList();
    }

    /** The team without the changes, which must be fine: otherwise a case would prove nothing. */
    static String valid(Map<String, String> names, @Nullable String id) {
        return filled(FILE.valid().deepCopy(), names, id);
    }

    /**
     * The team with the changes.
     *
     * @param names the references that the file leaves open, as {@code {surgeon}}
     */
    String team(Map<String, String> names, @Nullable String id) {
        ObjectNode team = FILE.valid().deepCopy();
        change.forEach((place, value) -> change(team, place, value));
        return filled(team, names, id);
    }

    private static String filled(JsonNode team, Map<String, String> names, @Nullable String id) {
        if (id != null) {
            ((ObjectNode) team).put("id", id);
        }
        String text = team.toString();
        for (Map.Entry<String, String> name : names.entrySet()) {
            text = text.replace("{" + name.getKey() + "}", name.getValue());
        }
        return text;
    }

    private static void change(ObjectNode team, JsonPointer place, JsonNode value) {
        JsonNode parent = team.at(place.head());
        String name = place.last().getMatchingProperty();
        if (parent instanceof ArrayNode array) {
            changeElement(array, name, value);
        } else if (value.isNull()) {
            ((ObjectNode) parent).remove(name);
        } else {
            ((ObjectNode) parent).set(name, value);
        }
    }

    private static void changeElement(ArrayNode array, String index, JsonNode value) {
        if (index.equals("-")) {
            array.add(value);
        } else if (value.isNull()) {
            array.remove(Integer.parseInt(index));
        } else {
            array.set(Integer.parseInt(index), value);
        }
    }

    private static File read() {
        try (InputStream json = RefusedTeamCase.class.getResourceAsStream("refused-teams.json")) {
            JsonNode file = JSON.readTree(json);
            List<RefusedTeamCase> cases = new ArrayList<>();
            for (JsonNode one : file.path("cases")) {
                Map<JsonPointer, JsonNode> change = new LinkedHashMap<>();
                one.path("change")
                        .properties()
                        .forEach(entry -> change.put(JsonPointer.compile(entry.getKey()), entry.getValue()));
                cases.add(new RefusedTeamCase(
                        one.path("title").asText(),
                        change,
                        List.of(JSON.treeToValue(one.path("problems"), Problem[].class))));
            }
            return new File(file.path("valid"), cases);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
