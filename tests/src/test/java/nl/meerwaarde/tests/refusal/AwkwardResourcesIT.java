package nl.meerwaarde.tests.refusal;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import java.util.stream.Stream;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestEpisode;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Resources that are FHIR, or nearly, and hold what outcomes cannot be derived from ({@code awkward.json}). A server may take them or refuse them; it
 * may not break on them.
 */
class AwkwardResourcesIT {
    private static final String LONG = "x".repeat(700);

    private final Fhir fhir = TestServer.fhir();
    private final TestPatient patient = Patients.create(fhir);
    private final TestEpisode episode = patient.episode("knee-replacement-primary", Side.LEFT);

    private record Awkward(String title, String path, JsonNode body) {}

    @TestFactory
    Stream<DynamicTest> awkwardResources() throws IOException {
        episode.operatedOn("2026-03-01");
        try (InputStream json = AwkwardResourcesIT.class.getResourceAsStream("awkward.json")) {
            return Stream.of(new ObjectMapper().readValue(json, Awkward[].class))
                    .map(awkward -> dynamicTest(awkward.title(), () -> check(awkward)));
        }
    }

    private void check(Awkward awkward) {
        String unique = UUID.randomUUID().toString();
        String path = awkward.path().replace("$UNIQUE", unique);
        String body = filled(awkward.body().toString(), unique);
        Reply reply = path.contains("/") ? fhir.put(path, body) : fhir.post(path, body);
        assertThat(reply.status()).as(reply::toString).isLessThan(500);
        assertThat(reply).leaksNothing();
    }

    private String filled(String body, String unique) {
        return body.replace("$PATIENT", patient.reference())
                .replace("$EPISODE", episode.reference())
                .replace("$PATHWAY", Canonicals.BASE + "/PlanDefinition/knee-replacement-primary")
                .replace("$EQ", Canonicals.BASE + "/Questionnaire/eq-5d-5l|1.0.0")
                .replace("$UNIQUE", unique)
                .replace("$LONG", LONG);
    }
}
