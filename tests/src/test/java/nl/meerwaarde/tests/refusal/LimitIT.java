package nl.meerwaarde.tests.refusal;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that ask or bring more than a server takes by default, and requests that cannot be read: refused before anything is done. */
class LimitIT {
    private static final int BODY = 20 * 1024 * 1024;
    private static final int ENTRIES = 5_000;
    private static final int PARAMETERS = 40;
    private static final int VALUES = 1_000;

    private final Fhir fhir = TestServer.fhir();

    @Test
    void aBodyThatIsTooLong() {
        Reply reply = fhir.post("Patient", "{\"resourceType\": \"Patient\"" + " ".repeat(BODY) + "}");
        assertThat(reply)
                .isRefusedWith(413, List.of(new Complaint(ProblemCode.TOO_LARGE, "", "bytes")))
                .leaksNothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRANSACTION", "BATCH"})
    void aBundleOfTooMany(String type) {
        Bundle bundle = new Bundle().setType(BundleType.valueOf(type));
        IntStream.rangeClosed(0, ENTRIES).forEach(i -> bundle.addEntry().setFullUrl("urn:uuid:" + i));
        Reply reply = fhir.bundle(bundle);
        assertThat(reply)
                .isRefusedWith(413, List.of(new Complaint(ProblemCode.TOO_LARGE, "Bundle.entry", "5001")))
                .leaksNothing();
    }

    @Test
    void aSearchOfEverythingTooMuchSaysEverything() {
        String values = String.join(",", Collections.nCopies(VALUES + 1, "x"));
        Reply reply = fhir.get("Observation?subject.organization.partof.partof.name=x&code=" + values + "&"
                + IntStream.range(0, PARAMETERS)
                        .mapToObj(i -> "identifier=x" + i)
                        .collect(Collectors.joining("&")));
        assertThat(reply).hasStatus(400).leaksNothing();
        assertThat(reply.issues()).as(reply::toString).hasSize(3);
    }

    @Test
    void asMuchAsIsAllowed() {
        String values = String.join(",", Collections.nCopies(100, "x"));
        assertThat(fhir.search("Observation", Map.of("code", values, "subject:Patient.organization.name", "x")))
                .hasStatus(200);
    }

    @Test
    void aVersionThatIsNoNumber() {
        assertThat(fhir.put("Patient/limit", "{\"resourceType\": \"Patient\", \"id\": \"limit\"}"))
                .succeeded();
        Reply reply = fhir.with("If-Match", "W/\"x\"")
                .put("Patient/limit", "{\"resourceType\": \"Patient\", \"id\": \"limit\"}");
        assertThat(reply).hasStatus(400).leaksNothing();
    }

    @Test
    void aProfileWithoutAValue() {
        Reply reply = fhir.post(
                "Measure",
                "{\"resourceType\": \"Measure\", \"status\": \"draft\", \"url\": \"https://test.test/Measure/limit\", \"meta\": {\"profile\": [null]}}");
        assertThat(reply.status()).as(reply::toString).isLessThan(500);
    }

    @Test
    void aNullWhereAnExtensionBelongs() {
        Reply reply = fhir.post("Patient", "{\"resourceType\": \"Patient\", \"extension\": [null]}");
        assertThat(reply).hasStatus(400).leaksNothing();
    }
}
