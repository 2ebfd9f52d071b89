package nl.meerwaarde.tests.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.tests.support.Answers;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.TestPatient;
import org.jspecify.annotations.Nullable;

/**
 * One case of {@code refusals.json}: a response that would be fine, with something changed, and what must be said about it.
 *
 * @param head elements of the response that differ; null takes one away
 * @param items items that differ, by linkId; null takes one away
 * @param append further items
 */
record RefusalCase(
        String title,
        String instrument,
        @Nullable Map<String, JsonNode> head,
        @Nullable Map<String, JsonNode> items,
        @Nullable List<JsonNode> append,
        List<Problem> problems) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final File FILE = read();

    /**
     * A problem as the file spells it.
     *
     * @param says part of the English sentence
     * @param zegt part of the Dutch one; null where it is told in English only
     */
    record Problem(
            String code, String path, String says, @Nullable String zegt) {
        ProblemCode problemCode() {
            return ProblemCode.valueOf(code.replace('-', '_').toUpperCase(Locale.ROOT));
        }
    }

    private record File(List<JsonNode> valid, List<RefusalCase> cases) {}

    static List<RefusalCase> all() {
        return FILE.cases();
    }

    List<Complaint> complaints() {
        return problems.stream()
                .map(problem -> new Complaint(problem.problemCode(), problem.path(), problem.says()))
                .toList();
    }

    /** The same in Dutch. FHIR's own validator speaks English. */
    List<Complaint> dutchComplaints() {
        return problems.stream()
                .map(problem -> new Complaint(
                        problem.problemCode(),
                        problem.path(),
                        problem.zegt() == null ? problem.says() : problem.zegt()))
                .toList();
    }

    /** The response as text, because some of the cases are not FHIR. */
    String response(TestPatient patient) {
        ObjectNode response = instrument.equals("intake") ? intake(patient) : shipped(patient);
        if (head != null) {
            head.forEach((name, value) -> change(response, name, value));
        }
        response.set("item", changed(response.withArray("item")));
        return response.toString();
    }

    /** The response without the changes, which must be fine: otherwise a case would prove nothing. */
    static String valid(TestPatient patient) {
        return intake(patient).toString();
    }

    private static ObjectNode intake(TestPatient patient) {
        ObjectNode response = JSON.createObjectNode()
                .put("resourceType", "QuestionnaireResponse")
                .put("questionnaire", "https://tests.meerwaarde.example/Questionnaire/intake|1.0.0")
                .put("status", "completed")
                .put("authored", "2026-02-20");
        response.putObject("subject").put("reference", patient.reference());
        response.putArray("item").addAll(FILE.valid());
        return response;
    }

    private ObjectNode shipped(TestPatient patient) {
        try {
            return (ObjectNode) JSON.readTree(
                    Fhir.json(Answers.to(instrument).of(patient).all("2").response()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void change(ObjectNode node, String name, @Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            node.remove(name);
        } else {
            node.set(name, value);
        }
    }

    private ArrayNode changed(ArrayNode before) {
        List<JsonNode> after = new ArrayList<>();
        for (JsonNode item : before) {
            String linkId = item.path("linkId").asText();
            JsonNode changed = items != null && items.containsKey(linkId) ? items.get(linkId) : item;
            if (changed != null && !changed.isNull()) {
                after.add(changed);
            }
        }
        if (append != null) {
            after.addAll(append);
        }
        return JSON.createArrayNode().addAll(after);
    }

    private static File read() {
        try (InputStream json = RefusalCase.class.getResourceAsStream("refusals.json")) {
            return JSON.readValue(json, File.class);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
