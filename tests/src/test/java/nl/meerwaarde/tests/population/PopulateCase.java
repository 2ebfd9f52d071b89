package nl.meerwaarde.tests.population;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.TestPatient;
import org.jspecify.annotations.Nullable;

/**
 * One case of {@code populations.json}: a form, what is stored of the patient, and what must be filled in. In texts {@code {patient}} stands for the
 * reference to the patient, {@code {-10d}} for the day ten days ago.
 *
 * @param answers by linkId, as {@link Populated} writes them; a question that is not named has none
 * @param parameters besides subject and questionnaire
 */
record PopulateCase(
        String title,
        JsonNode questionnaire,
        @Nullable List<JsonNode> record,
        @Nullable List<JsonNode> parameters,
        Map<String, List<String>> answers,
        @Nullable List<Issue> issues) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern DAYS_AGO = Pattern.compile("\\{-(\\d+)d}");

    /** An issue as the file spells it. */
    record Issue(String code, String path, String says) {
        Complaint complaint(TestPatient patient) {
            return new Complaint(
                    ProblemCode.valueOf(code.replace('-', '_').toUpperCase(Locale.ROOT)), path, filled(says, patient));
        }
    }

    static List<PopulateCase> all() {
        try (InputStream json = PopulateCase.class.getResourceAsStream("populations.json")) {
            return List.of(JSON.readValue(json, PopulateCase[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The resources to store beforehand. */
    List<ObjectNode> record(TestPatient patient) {
        return Optional.ofNullable(record).orElse(List.of()).stream()
                .map(resource -> (ObjectNode) read(filled(resource.toString(), patient)))
                .toList();
    }

    /** The Questionnaire as a resource, with an address that no other test knows. */
    String questionnaireResource() {
        ObjectNode resource = questionnaire.deepCopy();
        resource.put("resourceType", "Questionnaire");
        resource.put("url", "https://tests.meerwaarde.example/Questionnaire/" + UUID.randomUUID());
        resource.put("version", "1");
        resource.put("status", "active");
        return resource.toString();
    }

    /** The Parameters for the instance level. */
    String parameters(TestPatient patient) {
        ObjectNode parameters = JSON.createObjectNode().put("resourceType", "Parameters");
        parameters
                .withArray("parameter")
                .addObject()
                .put("name", "subject")
                .putObject("valueReference")
                .put("reference", patient.reference());
        Optional.ofNullable(this.parameters)
                .orElse(List.of())
                .forEach(parameter ->
                        parameters.withArray("parameter").add(read(filled(parameter.toString(), patient))));
        return parameters.toString();
    }

    /** The Parameters for the type level, which bring the Questionnaire along. */
    String parametersWith(String questionnaire, TestPatient patient) {
        ObjectNode parameters = (ObjectNode) read(parameters(patient));
        parameters
                .withArray("parameter")
                .addObject()
                .put("name", "questionnaire")
                .set("resource", read(questionnaire));
        return parameters.toString();
    }

    Map<String, List<String>> answers(TestPatient patient) {
        Map<String, List<String>> filled = new TreeMap<>();
        answers.forEach((linkId, texts) -> filled.put(
                linkId, texts.stream().map(text -> filled(text, patient)).toList()));
        return filled;
    }

    List<Complaint> complaints(TestPatient patient) {
        return Optional.ofNullable(issues).orElse(List.of()).stream()
                .map(issue -> issue.complaint(patient))
                .toList();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String filled(String text, TestPatient patient) {
        return DAYS_AGO.matcher(text.replace("{patient}", patient.reference()))
                .replaceAll(match -> LocalDate.now(ZoneOffset.UTC)
                        .minusDays(Long.parseLong(match.group(1)))
                        .toString());
    }
}
