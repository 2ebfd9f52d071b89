package nl.meerwaarde.tests.outcomeset;

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
import java.util.UUID;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.tests.support.Complaint;

/**
 * One case of {@code refused-sets.json}: a set that would be fine, with something changed, and what must be said about it.
 *
 * @param change what stands where instead; null takes it away, "-" at the end of an array adds to it
 */
record RefusedSetCase(String title, Map<JsonPointer, JsonNode> change, List<Problem> problems) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final File FILE = read();

    /** A problem as the file spells it. */
    record Problem(String code, String path, String says) {
        Complaint complaint() {
            return new Complaint(ProblemCode.valueOf(code.replace('-', '_').toUpperCase(Locale.ROOT)), path, says);
        }
    }

    private record File(ObjectNode valid, List<RefusedSetCase> cases) {}

    static List<RefusedSetCase> all() {
        return FILE.cases();
    }

    /** The set without the changes, which must be fine: otherwise a case would prove nothing. */
    static String valid(String id) {
        return valid(UUID.fromString(id)).toString();
    }

    private static ObjectNode valid(UUID id) {
        return FILE.valid()
                .deepCopy()
                .put("id", id.toString())
                .put("url", "https://tests.meerwaarde.example/PlanDefinition/" + id);
    }

    Complaint[] complaints() {
        return problems.stream().map(Problem::complaint).toArray(Complaint[]::new);
    }

    /** The set as text, because some of the cases are not FHIR. */
    String set(String id) {
        ObjectNode set = valid(UUID.fromString(id));
        change.forEach((place, value) -> change(set, place, value));
        return set.toString();
    }

    private static void change(ObjectNode set, JsonPointer place, JsonNode value) {
        JsonNode parent = set.at(place.head());
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
        try (InputStream json = RefusedSetCase.class.getResourceAsStream("refused-sets.json")) {
            JsonNode file = JSON.readTree(json);
            List<RefusedSetCase> cases = new ArrayList<>();
            for (JsonNode one : file.path("cases")) {
                Map<JsonPointer, JsonNode> change = new LinkedHashMap<>();
                one.path("change")
                        .fields()
                        .forEachRemaining(entry -> change.put(JsonPointer.compile(entry.getKey()), entry.getValue()));
                cases.add(new RefusedSetCase(
                        one.path("title").asText(),
                        change,
                        List.of(JSON.treeToValue(one.path("problems"), Problem[].class))));
            }
            return new File((ObjectNode) file.path("valid"), cases);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
