package nl.meerwaarde.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.terminology.Canonicals.Extensions;

/** What can be true in one way only, such as the side of an operation: said twice, nobody knows which is meant, and outcomes would be counted by chance. */
final class SaidOnce {
    private static final Set<String> EXTENSIONS = Set.of(
            Extensions.LATERALITY,
            Extensions.MEASUREMENT_MOMENT,
            Extensions.RESPONDENT,
            Extensions.ANSWER_MODE,
            Extensions.INSTRUMENT,
            Extensions.STANDARD_ERROR,
            Extensions.WORDING_VERSION,
            Extensions.AGE_BAND,
            Extensions.EXPECTED_VALUE);

    /** An outcome is measured at several moments. */
    private static final String DEFINES_MOMENTS = "PlanDefinition";

    private final List<Problem> problems = new ArrayList<>();

    private SaidOnce() {}

    static List<Problem> problems(JsonNode resource) {
        String type = resource.path("resourceType").asText();
        SaidOnce check = new SaidOnce();
        if (!type.equals(DEFINES_MOMENTS)) {
            check.look(resource, type);
        }
        return check.problems;
    }

    private void look(JsonNode node, String path) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                look(node.get(i), path + "[" + i + "]");
            }
        } else if (node.isObject()) {
            count(node.path("extension"), path);
            node.fields().forEachRemaining(field -> look(field.getValue(), path + "." + field.getKey()));
        }
    }

    private void count(JsonNode extensions, String path) {
        Map<String, Integer> times = new TreeMap<>();
        extensions.forEach(extension -> times.merge(extension.path("url").asText(), 1, Integer::sum));
        times.forEach((url, count) -> {
            if (count > 1 && EXTENSIONS.contains(url)) {
                problems.add(new Problem(
                        ProblemCode.INVALID_RESOURCE,
                        path + ".extension('" + url + "')",
                        Sentence.beside(SaidOnce.class, "invalid-resource.said-twice", url, count)));
            }
        });
    }
}
