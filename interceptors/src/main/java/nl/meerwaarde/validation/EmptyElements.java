package nl.meerwaarde.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Sentence;

/**
 * A null in a JSON array says that the element has its extensions or its id in the array of the same name with an underscore, or the other way round
 * (<a href="https://hl7.org/fhir/R4/json.html#primitive">FHIR R4, 2.6.2.1</a>). One that stands for nothing is no element: HL7's validator 6.7 ends there, and says nothing.
 */
final class EmptyElements {
    private final List<Problem> problems = new ArrayList<>();

    private EmptyElements() {}

    static List<Problem> problems(JsonNode resource) {
        EmptyElements check = new EmptyElements();
        check.look(resource, resource.path("resourceType").asText());
        return check.problems;
    }

    private void look(JsonNode node, String path) {
        if (node.isObject()) {
            node.fields().forEachRemaining(field -> {
                String place = path + "." + field.getKey();
                if (field.getValue().isArray()) {
                    elements(field.getValue(), node.path(counterpart(field.getKey())), place);
                } else {
                    look(field.getValue(), place);
                }
            });
        }
    }

    private void elements(JsonNode array, JsonNode counterpart, String path) {
        for (int i = 0; i < array.size(); i++) {
            String place = path + "[" + i + "]";
            JsonNode element = array.get(i);
            if (element.isNull() && !counterpart.hasNonNull(i)) {
                problems.add(new Problem(
                        ProblemCode.INVALID_RESOURCE,
                        place,
                        Sentence.beside(EmptyElements.class, "invalid-resource.empty-element", place)));
            }
            look(element, place);
        }
    }

    private static String counterpart(String name) {
        return name.startsWith("_") ? name.substring(1) : "_" + name;
    }
}
