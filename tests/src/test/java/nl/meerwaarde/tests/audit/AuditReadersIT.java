package nl.meerwaarde.tests.audit;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.plugin.MeerwaardeConfiguration;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.PlainHapi;
import nl.meerwaarde.tests.support.TestDatabase;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** In a host that knows who asks: the trail says who it was, and a patient reads who saw the own data and nothing of others. */
class AuditReadersIT {
    private static final Complaint OWN =
            new Complaint(ProblemCode.NOT_ALLOWED, "", "read the accesses to your own data");

    private static PlainHapi host;
    private static String patient;
    private static String other;
    private static String nurse;
    private static String hospital;

    @BeforeAll
    static void start() {
        host = PlainHapi.without(
                TestDatabase.h2("audit-readers"), 0, MeerwaardeConfiguration.class, TestRequesters.class);
        Fhir fhir = as("ehr Device/record");
        patient = Patients.create(fhir).reference();
        other = Patients.create(fhir).reference();
        Practitioner practitioner = new Practitioner();
        practitioner.addName().setFamily("Zorg").addGiven("Sanne");
        nurse = "Practitioner/" + fhir.post(practitioner).id();
        List.of(patient, other).forEach(treated -> treats(fhir, treated));
        hospital = "Organization/"
                + fhir.post(new Organization().setName("Ziekenhuis")).id();
        assertThat(as("care-team-member " + nurse + " " + hospital).get(patient))
                .succeeded();
        assertThat(as("care-team-member " + nurse + " " + hospital).get(other)).succeeded();
    }

    private static void treats(Fhir fhir, String treated) {
        CareTeam team = new CareTeam();
        team.setStatus(CareTeam.CareTeamStatus.ACTIVE).setSubject(new Reference(treated));
        team.addParticipant().setMember(new Reference(nurse));
        assertThat(fhir.post(team)).succeeded();
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    private static Fhir as(String requester) {
        return host.fhir().with(TestRequesters.HEADER, requester);
    }

    private static Fhir asPatient() {
        return as("patient " + patient);
    }

    private static List<AuditEvent> events(Fhir fhir, Map<String, String> parameters) {
        return fhir.get("AuditEvent", parameters).stored(Bundle.class).getEntry().stream()
                .map(entry -> (AuditEvent) entry.getResource())
                .toList();
    }

    @Test
    void aPatientReadsWhoSawTheOwnDataByName() {
        AuditEvent event = events(asPatient(), Map.of("patient", patient, "agent", nurse, "subtype", "read"))
                .get(0);
        assertThat(event.getText().getDivAsString())
                .contains(
                        "Sanne Zorg", "lid van het behandelteam", "namens Ziekenhuis", "portal", "uw persoonsgegevens");
        AuditEventAgentComponent user = event.getAgent().get(2);
        assertThat(user.getWho().getReference()).isEqualTo(nurse);
        assertThat(user.getWho().getIdentifier().getSystem()).isEqualTo("https://login.example.org");
        assertThat(user.getWho().getIdentifier().getValue()).isEqualTo("subject-of-" + nurse);
        assertThat(user.getRoleFirstRep().getText()).isEqualTo("care-team-member");
        assertThat(user.getPolicy().get(0).getValue()).isEqualTo("user/*.rs");
        assertThat(event.getAgent().get(0).getWho().getIdentifier().getValue()).isEqualTo("portal");
        assertThat(event.getAgent().get(3).getWho().getReference()).isEqualTo(hospital);
    }

    @Test
    void aPatientSeesNothingOfOthers() {
        assertThat(events(asPatient(), Map.of()))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.getEntity())
                        .anyMatch(entity -> patient.equals(entity.getWhat().getReference())));
        assertThat(asPatient().get("AuditEvent", Map.of("patient", other))).isRefusedWith(403, List.of(OWN));
        AuditEvent ofOther = events(as("administrator Device/operator"), Map.of("patient", other))
                .get(0);
        assertThat(asPatient().get("AuditEvent/" + ofOther.getIdPart())).hasStatus(404);
        assertThat(asPatient()
                        .get("AuditEvent", Map.of("_id", ofOther.getIdPart()))
                        .stored(Bundle.class)
                        .getEntry())
                .isEmpty();
    }

    @Test
    void whoWasRefusedIsInTheTrailOfTheOneAsked() {
        assertThat(asPatient().get("AuditEvent", Map.of("patient", other))).hasStatus(403);
        assertThat(events(
                        as("administrator Device/operator"),
                        Map.of("patient", other, "outcome", "4", "agent", patient)))
                .isNotEmpty();
    }

    @Test
    void nobodyElseReadsOrVerifiesIt() {
        for (String requester : List.of(
                "care-team-member " + nurse,
                "analyst " + nurse,
                "registry " + hospital,
                "ehr Device/ehr",
                "related-person RelatedPerson/1")) {
            assertThat(as(requester).get("AuditEvent", Map.of("patient", patient)))
                    .hasStatus(403);
            assertThat(as(requester).get("$verify-audit")).hasStatus(403);
        }
        assertThat(asPatient().get("$verify-audit")).hasStatus(403);
        assertThat(as("administrator Device/operator").get("$verify-audit")).succeeded();
    }

    @Test
    void whoDidNotSayWhoItIsIsRecordedAllTheSame() {
        String unknown = "Patient/" + UUID.randomUUID();
        assertThat(host.fhir().get(unknown)).hasStatus(404);
        AuditEvent event = events(as("administrator Device/operator"), Map.of("patient", unknown))
                .get(0);
        assertThat(event.getAgent()).hasSize(2);
        assertThat(event.getText().getDivAsString()).contains("iemand die niet zei wie het was");
    }
}
