package nl.meerwaarde.tests.metromap;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestEpisode;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestPlan;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pathway as a picture. */
class MetroMapIT {
    private static final String KNEE = "PlanDefinition/knee-replacement-primary/$metro-map";
    private static final String KNEE_ADDRESS =
            "https://w3id.org/meerwaarde/fhir/PlanDefinition/knee-replacement-primary";
    private static final Map<String, String> PICTURE = Map.of("_format", "image/svg+xml");

    private final Fhir fhir = TestServer.fhir();

    private static String svg(Reply reply) {
        return new String(reply.stored(Binary.class).getContent(), StandardCharsets.UTF_8);
    }

    @Test
    void whoAsksForAPictureGetsOne() {
        Reply byFormat = fhir.get(KNEE, PICTURE);

        assertThat(byFormat).hasStatus(200);
        assertThat(byFormat.http().contentType()).startsWith("image/svg+xml");
        assertThat(byFormat.text()).startsWith("<svg").contains("Primary knee replacement");
        assertThat(svg(fhir.get(KNEE))).isEqualTo(byFormat.text());
    }

    @ParameterizedTest
    @CsvSource({"en, Choosing the treatment, Anaesthetist", "nl, De behandeling kiezen, Anesthesioloog"})
    void inTheReadersLanguage(String language, String decision, String line) {
        Reply reply = fhir.with("Accept-Language", language).get(KNEE);

        assertThat(reply).hasHeaderAmong("Content-Language", language);
        assertThat(svg(reply))
                .contains("lang=\"" + language + "\"")
                .contains(decision)
                .contains(line);
    }

    @Test
    void aPathwayIsNamedByItsAddressToo() {
        assertThat(svg(fhir.get("PlanDefinition/$metro-map", Map.of("pathway", KNEE_ADDRESS + "|1.0.0"))))
                .isEqualTo(svg(fhir.get(KNEE)));
    }

    /** Operated on three weeks ago: the exercises have begun. */
    @Test
    void aPatientIsSomewhereOnTheMap() {
        TestPatient patient = Patients.create(fhir);
        TestEpisode episode = patient.episode("knee-replacement-primary", Side.LEFT);
        assertThat(svg(fhir.get(KNEE + "?subject=" + patient.reference()))).contains("The patient is at: Referral.");

        episode.operatedOn(LocalDate.now().minusDays(23).toString());

        assertThat(svg(fhir.get(KNEE + "?subject=" + patient.reference())))
                .contains("The patient is at: Exercise near home.")
                .contains("You are here");
        assertThat(svg(fhir.with("Accept-Language", "nl")
                        .get("PlanDefinition/$metro-map?subject=" + patient.reference())))
                .contains("De patiënt is bij: Oefenen dicht bij huis.")
                .contains("U bent hier");
    }

    /** Planned in three weeks, as {@code $apply} plans it: the checks before the operation have begun. */
    @Test
    void aPatientWithAPlannedTreatmentIsOnTheWay() {
        TestPatient patient = Patients.create(fhir);
        TestPlan.knee(patient, Side.LEFT, LocalDate.now().plusDays(20).toString());

        assertThat(svg(fhir.get(KNEE + "?subject=" + patient.reference())))
                .contains("The patient is at: Check before the operation.");
    }

    @Test
    void aPatientWithoutAnEpisodeIsNowhere() {
        TestPatient patient = Patients.create(fhir);

        assertThat(fhir.get(KNEE + "?subject=" + patient.reference()))
                .isRefusedWith(
                        new Complaint(ProblemCode.UNKNOWN_EPISODE, "subject", "no active episode of " + KNEE_ADDRESS));
        assertThat(fhir.get("PlanDefinition/$metro-map?subject=" + patient.reference()))
                .isRefusedWith(new Complaint(ProblemCode.UNKNOWN_EPISODE, "subject", "no active episode of a pathway"));
        patient.episode("knee-replacement-primary", Side.LEFT);
        patient.episode("hip-replacement-primary", Side.LEFT);
        assertThat(fhir.get("PlanDefinition/$metro-map?subject=" + patient.reference()))
                .isRefusedWith(new Complaint(ProblemCode.UNKNOWN_EPISODE, "subject", "several active episodes"));
    }

    @Test
    void unknownPathwaysAndPatients() {
        assertThat(fhir.get("PlanDefinition/nothing/$metro-map"))
                .isRefusedWith(404, List.of(new Complaint(ProblemCode.UNKNOWN_PATHWAY, "", "nothing")));
        assertThat(fhir.get("PlanDefinition/$metro-map?pathway=https://example.org/nothing"))
                .isRefusedWith(
                        404, List.of(new Complaint(ProblemCode.UNKNOWN_PATHWAY, "pathway", "example.org/nothing")));
        assertThat(fhir.get(KNEE + "?subject=Patient/nobody"))
                .isRefusedWith(404, List.of(new Complaint(ProblemCode.UNKNOWN_SUBJECT, "subject", "no such patient")));
    }

    @Test
    void everyWrongParameterIsNamed() {
        assertThat(fhir.get("PlanDefinition/$metro-map?colour=red"))
                .isRefusedWith(
                        400,
                        List.of(
                                new Complaint(ProblemCode.INVALID_PARAMETER, "colour", "is not a parameter"),
                                new Complaint(ProblemCode.INVALID_PARAMETER, "pathway", "is needed here")));
        assertThat(fhir.get(KNEE + "?subject=Practitioner/1"))
                .isRefusedWith(400, List.of(new Complaint(ProblemCode.INVALID_PARAMETER, "subject", "Patient/123")));
    }

    /** A hospital's own pathway needs no extensions: roles become lines by themselves. */
    @Test
    void anOwnPathwayIsDrawnFromItsActions() {
        String id = UUID.randomUUID().toString();
        assertThat(fhir.put("PlanDefinition/" + id, """
                        {"resourceType": "PlanDefinition", "id": "%s", "status": "active", "title": "Own pathway", "action": [
                          {"id": "talk", "title": "Talk", "participant": [{"type": "patient"},
                            {"type": "practitioner", "role": {"coding": [{"system": "https://w3id.org/meerwaarde/fhir/CodeSystem/team-role", "code": "sexologist"}]}}]},
                          {"id": "scan", "title": "Scan <b>", "participant": [{"type": "patient"},
                            {"type": "practitioner", "role": {"text": "Own role"}}]}]}""".formatted(id))).isCreated();

        assertThat(svg(fhir.get("PlanDefinition/" + id + "/$metro-map")))
                .contains(">Sexologist<", ">Own role<", "Scan &lt;b&gt;");
    }
}
