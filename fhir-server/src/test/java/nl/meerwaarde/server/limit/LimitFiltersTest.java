package nl.meerwaarde.server.limit;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.Filter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** The filters before a server, over HTTP. */
class LimitFiltersTest {
    private static final int MOST = 1_000;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void aBodyOfTheLimitComesInAndOneByteMoreDoesNot() throws Exception {
        try (Site site = Site.behind(new BodyLimit(MOST))) {
            assertThat(post(site, new byte[MOST]).body()).isEqualTo("1000 null");
            assertThat(post(site, new byte[MOST + 1]).statusCode()).isEqualTo(413);
        }
    }

    @Test
    void bytesAreCountedAfterUnpacking() throws Exception {
        try (Site site = Site.behind(new BodyLimit(MOST))) {
            assertThat(postPacked(site, MOST).body()).isEqualTo("1000 null");
            assertThat(packed(MOST * MOST)).hasSizeLessThan(2 * MOST);
            assertThat(postPacked(site, MOST * MOST).statusCode()).isEqualTo(413);
        }
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        Filter limit = new RateLimit(FhirContext.forR4Cached(), request -> told.add(request.getMethod()), 1, 3);
        try (Site site = Site.behind(limit)) {
            for (int i = 0; i < 3; i++) {
                assertThat(post(site, new byte[0]).statusCode()).isEqualTo(200);
            }
            HttpResponse<String> refused = post(site, new byte[0]);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            assertThat(told).hasSize(1);
            OperationOutcome outcome =
                    FhirContext.forR4Cached().newJsonParser().parseResource(OperationOutcome.class, refused.body());
            assertThat(outcome.getIssueFirstRep().getCode()).isEqualTo(OperationOutcome.IssueType.THROTTLED);
        }
    }

    @Test
    void onlyNamedSitesMayAskFromABrowser() throws Exception {
        Filter filter = new LimitConfiguration()
                .crossOriginFilter(settings(List.of("https://portal.example.org")))
                .getFilter();
        try (Site site = Site.behind(filter)) {
            assertThat(ask(site, "https://portal.example.org").headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("https://portal.example.org");
            HttpResponse<String> other = ask(site, "https://other.example.org");
            assertThat(other.statusCode()).isEqualTo(403);
            assertThat(other.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
    }

    private static LimitSettings settings(List<String> origins) {
        return new LimitSettings(DataSize.ofMegabytes(1), 1, 1, 1, 1, 1, 1, 1, origins);
    }

    private HttpResponse<String> ask(Site site, String origin) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(site.address()).header("Origin", origin).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(Site site, byte[] body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(site.address())
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> postPacked(Site site, int bytes) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(site.address())
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofByteArray(packed(bytes)))
                        .build(),
                BodyHandlers.ofString());
    }

    private static byte[] packed(int bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[bytes]);
        }
        return packed.toByteArray();
    }
}
