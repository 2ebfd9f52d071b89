package nl.meerwaarde.tests.refusal;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.stream.Stream;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Bodies that no decent client sends ({@code hostile.json}). Each is the client's fault, and said so: never a 500, never stored. */
class HostileBodiesIT {
    private static final String QUESTIONNAIRES = Canonicals.BASE + "/Questionnaire/";

    private final Fhir fhir = TestServer.fhir();
    private final TestPatient patient = Patients.create(fhir);

    private record Hostile(String title, String body) {}

    @TestFactory
    Stream<DynamicTest> hostileBodies() throws IOException {
        try (InputStream json = HostileBodiesIT.class.getResourceAsStream("hostile.json")) {
            return Stream.of(new ObjectMapper().readValue(json, Hostile[].class))
                    .map(hostile -> dynamicTest(hostile.title(), () -> check(hostile.body())));
        }
    }

    @Test
    void itemsNestedBeyondReason() {
        int depth = 5_000;
        check("{\"resourceType\": \"QuestionnaireResponse\", \"questionnaire\": \"$EQ\", \"status\": \"completed\","
                + " \"subject\": {\"reference\": \"$PATIENT\"}, \"authored\": \"2026-02-20\", \"item\": "
                + "[{\"linkId\": \"mobility\", \"item\": ".repeat(depth)
                + "[]"
                + "}]".repeat(depth)
                + "}");
    }

    @Test
    void aReportOnAMeasureThatIsOnlyABar() {
        Reply reply = fhir.get(
                "Measure/$evaluate-measure", Map.of("measure", "|", "periodStart", "2025", "periodEnd", "2025"));
        assertThat(reply.status()).as(reply::toString).isBetween(400, 499);
        assertThat(reply).leaksNothing();
    }

    @Test
    void bytesThatAreNoText() {
        check("\u0000\u0001\u0002");
    }

    @Test
    void xmlThatReadsFilesOfTheServer() {
        String xml = """
                <!DOCTYPE q [<!ENTITY secret SYSTEM "file:///etc/hostname">]>
                <QuestionnaireResponse xmlns="http://hl7.org/fhir"><status value="&secret;"/></QuestionnaireResponse>""";
        Reply reply = new Reply(
                "POST xml",
                io.restassured.RestAssured.given()
                        .contentType("application/fhir+xml")
                        .accept("application/fhir+json")
                        .body(xml)
                        .post(fhir.base() + "/QuestionnaireResponse"));
        assertThat(reply.status()).as(reply::toString).isBetween(400, 499);
        assertThat(reply).leaksNothing();
    }

    private void check(String body) {
        String filled = body.replace("$PATIENT", patient.reference())
                .replace("$KNEE", QUESTIONNAIRES + "oxford-knee-score|1.0.0")
                .replace("$EQ", QUESTIONNAIRES + "eq-5d-5l|1.0.0");
        Reply reply = fhir.post("QuestionnaireResponse", filled);
        assertThat(reply.status()).as(reply::toString).isBetween(400, 499);
        assertThat(reply).leaksNothing();
        assertThat(fhir.count("QuestionnaireResponse", Map.of("subject", patient.reference())))
                .isZero();
    }
}
