package nl.meerwaarde.tests.identity;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;

import nl.meerwaarde.requester.Role;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.TestIssuer;
import nl.meerwaarde.tests.support.TestServer;
import org.junit.jupiter.api.Test;

/** A server in the open, as the demonstration is: nobody has to say who it is, and who does is held to it. */
class OpenIT {
    private final String own = TestServer.fhir().post(Patients.unstored()).id();
    private final String other = TestServer.fhir().post(Patients.unstored()).id();

    private static Fhir with(String token) {
        return TestServer.fhir().with("Authorization", "Bearer " + token);
    }

    @Test
    void withoutATokenEverythingIsSeen() {
        assertThat(TestServer.fhir().get("Patient/" + own)).hasStatus(200);
        assertThat(TestServer.fhir().get("Patient/" + other)).hasStatus(200);
    }

    @Test
    void whoSaysWhoSheIsSeesWhatSheMay() {
        Fhir patient = with(TestServer.issuer()
                .token("patient")
                .of(Role.PATIENT)
                .person("Patient/" + own)
                .scopes("user/*.cruds")
                .signed());

        assertThat(patient.get("Patient/" + own)).hasStatus(200);
        assertThat(patient.get("Patient/" + other)).hasStatus(404);
        assertThat(patient.delete("Patient/" + own)).hasStatus(403);
    }

    @Test
    void aTokenThatDoesNotCountIsWorseThanNone() {
        assertThat(with(TestIssuer.start().token("patient").of(Role.EHR).signed())
                        .get("Patient/" + own))
                .hasStatus(401);
    }
}
