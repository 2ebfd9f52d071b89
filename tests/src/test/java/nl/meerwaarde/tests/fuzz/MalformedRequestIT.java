package nl.meerwaarde.tests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Requests over which a server stumbled once ({@code malformed.json}). Each is the client's fault, and said so. No HTTP client sends some of them, so they go over a plain connection. */
class MalformedRequestIT {
    private static final Pattern ENTRY_STATUS = Pattern.compile("\"status\": ?\"(\\d{3}) ");

    private final Wire wire = new Wire(URI.create(TestServer.fhir().base()).getPort());
    private final TestPatient patient = Patients.create(TestServer.fhir());

    /** @param send the method and what follows the server's address */
    private record Malformed(
            String title,
            String send,
            @Nullable Map<String, String> headers,
            @Nullable String body) {}

    @TestFactory
    Stream<DynamicTest> malformedRequests() throws IOException {
        try (InputStream json = MalformedRequestIT.class.getResourceAsStream("malformed.json")) {
            return Stream.of(new ObjectMapper().readValue(json, Malformed[].class))
                    .map(malformed -> dynamicTest(malformed.title(), () -> check(malformed)));
        }
    }

    private void check(Malformed malformed) throws IOException {
        HttpReply reply = wire.send(request(malformed));
        assertThat(statuses(reply)).as(reply::text).isNotEmpty().allMatch(status -> status >= 400 && status < 500);
        assertThat(reply.innerLife()).as(reply::text).isEmpty();
    }

    /** Entries of a batch are answered one by one. */
    private static List<Integer> statuses(HttpReply reply) {
        return reply.status() == 200
                ? ENTRY_STATUS
                        .matcher(reply.text())
                        .results()
                        .map(found -> Integer.valueOf(found.group(1)))
                        .toList()
                : List.of(reply.status());
    }

    private HttpRequest request(Malformed malformed) {
        int space = malformed.send().indexOf(' ');
        String path = filled(malformed.send().substring(space + 1));
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/fhir+json"));
        headers.putAll(malformed.headers() == null ? Map.of() : malformed.headers());
        return new HttpRequest(
                malformed.send().substring(0, space),
                path.isEmpty() ? "/fhir" : "/fhir/" + path,
                headers,
                filled(malformed.body() == null ? "" : malformed.body()).getBytes(StandardCharsets.UTF_8));
    }

    private String filled(String text) {
        return text.replace("$PATIENT", patient.reference()).replace("$MILLION", "9".repeat(1_000_000));
    }
}
