package nl.meerwaarde.tests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import nl.meerwaarde.tests.support.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses in which a percent sign encodes nothing: no HTTP client sends them, so they go over a plain connection. */
class MalformedAddressIT {
    private final Wire wire = new Wire(URI.create(TestServer.fhir().base()).getPort());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient?name=%",
                "Patient?name=%zz",
                "Patient/x/$my-team?x=%e",
                "Observation?_lastUpdated=%c3%",
                "Patient/%zz"
            })
    void isTheClientsFault(String path) throws IOException {
        HttpReply reply = wire.send(new HttpRequest("GET", "/fhir/" + path, Map.of(), new byte[0]));
        assertThat(reply.status()).as(reply::text).isBetween(400, 499);
        assertThat(reply.innerLife()).isEmpty();
    }

    @Test
    void aBodySentAsAForm() throws IOException {
        HttpReply reply = wire.send(new HttpRequest(
                "POST",
                "/fhir/Patient",
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                "{\"resourceType\":\"Patient\",\n\"id\":\"x\u0001\"}".getBytes(StandardCharsets.UTF_8)));
        assertThat(reply.status()).as(reply::text).isBetween(400, 499);
        assertThat(reply.innerLife()).isEmpty();
    }
}
