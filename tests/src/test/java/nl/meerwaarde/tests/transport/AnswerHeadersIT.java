package nl.meerwaarde.tests.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import nl.meerwaarde.tests.support.TestServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is asked, the answer tells browsers what they may do with it, and nobody what the server is made of. */
class AnswerHeadersIT {
    private final String server = TestServer.fhir().base().replaceFirst("/fhir$", "");
    private final HttpClient client = HttpClient.newHttpClient();

    @ParameterizedTest
    @CsvSource({
        "200, GET, /fhir/metadata, ''",
        "200, GET, /actuator/health/readiness, ''",
        "200, GET, /actuator/health/liveness, ''",
        "404, GET, /fhir/Patient/nobody-here, ''",
        "400, GET, /fhir/Patient?nonsense=1, ''",
        "400, POST, /fhir/Patient, '{'",
        "404, GET, /no-such-page, ''",
        "404, GET, /actuator/env, ''"
    })
    void tellsBrowsersWhatTheyMayDo(int status, String method, String path, String body)
            throws IOException, InterruptedException {
        check(
                status,
                HttpRequest.newBuilder(URI.create(server + path))
                        .header("Content-Type", "application/fhir+json")
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    /** Refused before anybody is asked who it is. */
    @ParameterizedTest
    @CsvSource({"https://elsewhere.example", "null"})
    void alsoWhenAnotherSiteAsks(String origin) throws IOException, InterruptedException {
        check(403, HttpRequest.newBuilder(URI.create(server + "/fhir/metadata")).header("Origin", origin));
    }

    private void check(int status, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response::body).isEqualTo(status);
        HttpHeaders headers = response.headers();
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(headers.allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(headers.allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'")
                .contains("frame-ancestors 'none'");
        assertThat(headers.map()).doesNotContainKeys("x-powered-by", "server", "strict-transport-security");
    }
}
