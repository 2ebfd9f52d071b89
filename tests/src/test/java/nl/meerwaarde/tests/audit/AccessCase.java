package nl.meerwaarde.tests.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Reply;
import org.jspecify.annotations.Nullable;

/**
 * One case of {@code accesses.json}: a request, and the entries it must leave. Names in braces stand for ids.
 *
 * @param request method and address below the base
 * @param form body of a form
 * @param query part of what every entry must say was asked; null where it does not matter
 * @param reason what every entry must give as the reason; null for none
 * @param entries as {@link RecordedAccess#toString()} says them, in any order
 */
record AccessCase(
        String title,
        String request,
        @Nullable Map<String, String> headers,
        @Nullable String contentType,
        @Nullable JsonNode body,
        @Nullable String form,
        int status,
        @Nullable String query,
        @Nullable String reason,
        List<String> entries) {
    private static final String FHIR_JSON = "application/fhir+json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private record File(List<AccessCase> cases) {}

    static List<AccessCase> all() {
        try (InputStream file = AccessCase.class.getResourceAsStream("accesses.json")) {
            return new ObjectMapper().readValue(file, File.class).cases();
        } catch (IOException e) {
            throw new IllegalStateException("accesses.json cannot be read", e);
        }
    }

    /** Sends the request under an id of its own. */
    Reply send(Fhir fhir, String requestId, Map<String, String> ids) {
        RequestSpecification specification = RestAssured.given()
                .urlEncodingEnabled(false)
                .accept(FHIR_JSON)
                .headers(fhir.headers())
                .header("X-Request-Id", requestId);
        named(headers, ids).forEach(specification::header);
        if (body != null) {
            specification
                    .contentType(contentType == null ? FHIR_JSON : contentType)
                    .body(named(body.toString(), ids));
        }
        if (form != null) {
            specification.contentType(FORM).body(named(form, ids));
        }
        String method = request.substring(0, request.indexOf(' '));
        String path = named(request.substring(request.indexOf(' ') + 1), ids);
        return new Reply(request, specification.request(method, fhir.base() + (path.isEmpty() ? "" : "/" + path)));
    }

    private static Map<String, String> named(@Nullable Map<String, String> headers, Map<String, String> ids) {
        Map<String, String> named = new java.util.HashMap<>();
        Optional.ofNullable(headers).orElse(Map.of()).forEach((name, value) -> named.put(name, named(value, ids)));
        return named;
    }

    List<String> expected(Map<String, String> ids) {
        return entries.stream().map(entry -> named(entry, ids)).toList();
    }

    /** Puts ids in the place of names. */
    static String named(String text, Map<String, String> ids) {
        String named = text;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            named = named.replace("{" + id.getKey() + "}", id.getValue());
        }
        return named;
    }
}
