package nl.meerwaarde.tests.support;

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

/**
 * A case of a file of refusals: a resource that would be fine, with something changed, and what must be said about it. Words in braces ({@code {patient}})
 * stand for ids that a test chooses.
 *
 * @param change what stands where instead; null takes it away, "-" at the end of an array adds to it
 * @param dutch the complaints in Dutch; empty parts of sentences where the file has none
 */
public record BrokenResource(
        String title, Map<JsonPointer, JsonNode> change, List<Complaint> complaints, List<Complaint> dutch) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a file holds: the resource without the changes, which must be fine, and the cases. */
    public record File(ObjectNode valid, List<BrokenResource> cases) {
        /** The resource as it should be. */
        public String valid(Map<String, String> ids) {
            return filled(valid, ids);
        }

        /** The resource of a case. */
        public String broken(BrokenResource broken, Map<String, String> ids) {
            ObjectNode resource = valid.deepCopy();
            broken.change().forEach((place, value) -> change(resource, place, value));
            return filled(resource, ids);
        }
    }

    /** Reads a file that stands beside a class. */
    public static File read(Class<?> beside, String name) {
        try (InputStream json = beside.getResourceAsStream(name)) {
            JsonNode file = JSON.readTree(json);
            List<BrokenResource> cases = new ArrayList<>();
            file.path("cases").forEach(one -> cases.add(broken(one)));
            return new File((ObjectNode) file.path("valid"), cases);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Complaint[] complaint() {
        return complaints.toArray(Complaint[]::new);
    }

    private static BrokenResource broken(JsonNode json) {
        Map<JsonPointer, JsonNode> change = new LinkedHashMap<>();
        json.path("change")
                .properties()
                .forEach(entry -> change.put(JsonPointer.compile(entry.getKey()), entry.getValue()));
        return new BrokenResource(
                json.path("title").asText(), change, complaints(json, "says"), complaints(json, "zegt"));
    }

    /** @param language under which name the file has the sentences of that language */
    private static List<Complaint> complaints(JsonNode json, String language) {
        List<Complaint> complaints = new ArrayList<>();
        json.path("problems")
                .forEach(problem -> complaints.add(new Complaint(
                        ProblemCode.valueOf(
                                problem.path("code").asText().replace('-', '_').toUpperCase(Locale.ROOT)),
                        problem.path("path").asText(),
                        problem.path(language).asText())));
        return complaints;
    }

    private static void change(ObjectNode resource, JsonPointer place, JsonNode value) {
        JsonNode parent = resource.at(place.head());
        String name = place.last().getMatchingProperty();
        if (parent instanceof ArrayNode array) {
            if (name.equals("-")) {
                array.add(value);
            } else if (value.isNull()) {
                array.remove(Integer.parseInt(name));
            } else {
                array.set(Integer.parseInt(name), value);
            }
        } else if (value.isNull()) {
            ((ObjectNode) parent).remove(name);
        } else {
            ((ObjectNode) parent).set(name, value);
        }
    }

    private static String filled(ObjectNode resource, Map<String, String> ids) {
        String text = resource.toString();
        for (Map.Entry<String, String> id : ids.entrySet()) {
            text = text.replace("{" + id.getKey() + "}", id.getValue());
        }
        return text;
    }
}
