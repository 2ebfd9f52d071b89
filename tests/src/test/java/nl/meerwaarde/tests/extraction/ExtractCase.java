package nl.meerwaarde.tests.extraction;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.tests.support.Complaint;
import org.jspecify.annotations.Nullable;

/**
 * One way of extracting: a Questionnaire, a response to it, and all that must come of it. Ids follow from the response's, so they stand here in full.
 *
 * @param profiles that the server must have
 * @param entries of the transaction
 */
record ExtractCase(
        String title,
        @Nullable List<JsonNode> profiles,
        JsonNode questionnaire,
        JsonNode response,
        List<JsonNode> entries,
        @Nullable List<Issue> issues) {
    static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final List<String> FILES = List.of(
            "observations",
            "panels",
            "scores",
            "definitions",
            "profiles",
            "templates",
            "template-bundle",
            "unsuitable");

    /** An issue as the file spells it. */
    record Issue(String code, String path, String says) {
        Complaint complaint() {
            return new Complaint(ProblemCode.valueOf(code.replace('-', '_').toUpperCase(Locale.ROOT)), path, says);
        }
    }

    static Stream<ExtractCase> all() {
        return FILES.stream().map(ExtractCase::named);
    }

    static ExtractCase named(String file) {
        try (InputStream json = ExtractCase.class.getResourceAsStream(file + ".json")) {
            return JSON.readValue(json, ExtractCase.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> shippedProfiles() {
        return Optional.ofNullable(profiles).orElse(List.of());
    }

    List<Complaint> complaints() {
        return Optional.ofNullable(issues).orElse(List.of()).stream()
                .map(Issue::complaint)
                .toList();
    }

    /** The request at type level. */
    ObjectNode parameters() {
        ObjectNode parameters = JSON.createObjectNode().put("resourceType", "Parameters");
        parameters
                .withArray("parameter")
                .addObject()
                .put("name", "questionnaire-response")
                .set("resource", response);
        return parameters;
    }

    /** The same, bringing the Questionnaire along. */
    ObjectNode parametersWithQuestionnaire() {
        ObjectNode parameters = parameters();
        parameters
                .withArray("parameter")
                .addObject()
                .put("name", "questionnaire")
                .set("resource", questionnaire);
        return parameters;
    }
}
