package nl.meerwaarde.tests.team;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.MyTeam;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestEpisode;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

/** Whom a patient calls, for what, on a day. */
class MyTeamIT {
    private static final String DAY = "?at=2026-05-20";

    private final Fhir fhir = TestServer.fhir();
    private final Fhir dutch = fhir.with("Accept-Language", "nl");
    private final Staff staff = new Staff(fhir);
    private final TestPatient patient = Patients.create(fhir);
    private final String hospital = staff.organization("Example Hospital", "020-1000");
    private final String surgeon = staff.practitioner("dr. Snijder", "020-1001");
    private final String nurse = staff.atWork(staff.practitioner("Zorg", "020-1002"), hospital);
    private final String desk = staff.organization("Orthopaedic desk", "020-1003");
    private final String daughter = staff.relative("Dochter", patient.reference());

    private CareTeam kneeTeam() {
        return TestTeam.of(patient.reference(), "2026-01-01")
                .with(surgeon, "orthopaedic-surgeon main-practitioner", TestTeam.onBehalfOf(hospital))
                .with(nurse, "nurse-specialist contact-person")
                .with(desk, "planner contact-24-7")
                .with(daughter, "informal-carer")
                .resource();
    }

    private TestEpisode treatedBy(CareTeam team, String pathway, Side side) {
        String id = fhir.post(team).id();
        TestEpisode episode = patient.episode(pathway, side);
        episode.change(plan -> plan.addCareTeam(new Reference("CareTeam/" + id)));
        return episode;
    }

    private MyTeam myTeam(Fhir reader, String query) {
        return new MyTeam(reader.get(patient.reference() + "/$my-team" + query));
    }

    @Test
    void everyNeedIsAnswered() {
        treatedBy(kneeTeam(), "knee-replacement-primary", Side.RIGHT);

        MyTeam team = myTeam(fhir, DAY);

        assertThat(team.needs()).containsExactly("emergency", "question", "treatment", "planning", "teamwork");
        assertThat(team.whoFor("emergency")).containsExactly("Orthopaedic desk [020-1003]");
        assertThat(team.whoFor("question")).containsExactly("Zorg [020-1002]");
        assertThat(team.whoFor("treatment")).containsExactly("dr. Snijder [020-1001]");
        assertThat(team.whoFor("planning")).containsExactly("Orthopaedic desk [020-1003]");
        assertThat(team.told("question", "hours")).containsExactly("Mon–Thu 08:30–16:30");
        assertThat(team.told("question", "organization")).containsExactly("Example Hospital");
        assertThat(team.told("question", "role")).containsExactly("Nurse specialist");
        assertThat(team.told("treatment", "function")).containsExactly("Main practitioner");
        assertThat(team.told("treatment", "treatment")).containsExactly("Primary knee replacement, right");
        assertThat(team.members()).containsExactlyInAnyOrder("dr. Snijder", "Zorg", "Orthopaedic desk", "Dochter");
    }

    @Test
    void inTheReadersLanguage() {
        treatedBy(kneeTeam(), "knee-replacement-primary", Side.RIGHT);

        MyTeam team = myTeam(dutch, DAY);

        assertThat(team.answer().getLanguage()).isEqualTo("nl");
        assertThat(team.words("emergency")).isEqualTo("Spoed, dag en nacht");
        assertThat(team.told("question", "hours")).containsExactly("ma–do 08:30–16:30");
        assertThat(team.told("question", "role")).containsExactly("Verpleegkundig specialist");
        assertThat(team.told("treatment", "treatment")).containsExactly("Eerste knieprothese, rechts");
    }

    /** Who stands in is said to stand in; for the night nobody does. */
    @Test
    void whereTheTeamHasNobodyAnotherStandsIn() {
        CareTeam team = TestTeam.of(patient.reference(), "2026-01-01")
                .with(surgeon, "orthopaedic-surgeon main-practitioner contact-person")
                .resource();
        treatedBy(team, "knee-replacement-primary", Side.RIGHT);

        MyTeam told = myTeam(dutch, DAY);

        assertThat(told.whoFor("planning")).containsExactly("dr. Snijder [020-1001]");
        assertThat(told.told("planning", "standsIn")).containsExactly("true");
        assertThat(told.told("question", "standsIn")).isEmpty();
        assertThat(told.whoFor("emergency")).isEmpty();
        assertThat(told.advice("emergency")).contains("huisartsenpost").contains("112");
    }

    @Test
    void whoIsAwayIsNotCalled() {
        String away = staff.away(staff.practitioner("Weg", "020-1009"), hospital, "2026-05-18", "2026-05-22");
        CareTeam team = TestTeam.of(patient.reference(), "2026-01-01")
                .with(surgeon, "orthopaedic-surgeon main-practitioner")
                .with(away, "nurse-specialist contact-person")
                .resource();
        treatedBy(team, "knee-replacement-primary", Side.RIGHT);

        assertThat(myTeam(fhir, DAY).whoFor("question")).containsExactly("dr. Snijder [020-1001]");
        assertThat(myTeam(fhir, DAY).told("question", "standsIn")).containsExactly("true");
        assertThat(myTeam(fhir, "?at=2026-05-25").whoFor("question")).containsExactly("Weg [020-1009]");
    }

    /** A new contact person from a day on: before it the old one, from it the new. */
    @Test
    void theDayCounts() {
        String successor = staff.practitioner("Opvolger", "020-1010");
        CareTeam team = TestTeam.of(patient.reference(), "2026-01-01")
                .with(surgeon, "orthopaedic-surgeon main-practitioner")
                .with(nurse, "nurse-specialist contact-person", TestTeam.during("", "2026-05-20"))
                .with(successor, "nurse contact-person", TestTeam.during("2026-05-21", ""))
                .resource();
        treatedBy(team, "knee-replacement-primary", Side.RIGHT);

        assertThat(myTeam(fhir, DAY).whoFor("question")).containsExactly("Zorg [020-1002]");
        assertThat(myTeam(fhir, "?at=2026-05-21").whoFor("question")).containsExactly("Opvolger [020-1010]");
        assertThat(myTeam(fhir, "").whoFor("question")).containsExactly("Opvolger [020-1010]");
    }

    /** Two knees and a hip: the same nurse stands once, with all that she is there for. */
    @Test
    void severalEpisodesGiveOneListWithoutDoubles() {
        treatedBy(kneeTeam(), "knee-replacement-primary", Side.LEFT);
        treatedBy(kneeTeam(), "knee-replacement-primary", Side.RIGHT);
        String other = staff.practitioner("dr. Heup", "020-1011");
        treatedBy(
                TestTeam.of(patient.reference(), "2026-01-01")
                        .with(other, "orthopaedic-surgeon main-practitioner")
                        .with(nurse, "nurse-specialist contact-person")
                        .resource(),
                "hip-replacement-primary",
                Side.LEFT);

        MyTeam team = myTeam(fhir, DAY);

        assertThat(team.whoFor("question")).containsExactly("Zorg [020-1002]");
        assertThat(team.told("question", "treatment"))
                .containsExactlyInAnyOrder(
                        "Primary knee replacement, left",
                        "Primary knee replacement, right",
                        "Primary hip replacement, left");
        assertThat(team.whoFor("treatment")).containsExactlyInAnyOrder("dr. Snijder [020-1001]", "dr. Heup [020-1011]");
        assertThat(team.members()).doesNotHaveDuplicates().hasSize(5);
    }

    @Test
    void anEpisodeThatIsOverHasNoTeam() {
        TestEpisode episode = treatedBy(kneeTeam(), "knee-replacement-primary", Side.RIGHT);
        episode.change(plan -> plan.setStatus(CarePlanStatus.COMPLETED));

        MyTeam team = myTeam(fhir, DAY);

        assertThat(team.needs()).isEmpty();
        assertThat(team.issues()).contains("No active episode").contains("2026-05-20");
        assertThat(myTeam(dutch, DAY).issues()).contains("Geen lopende behandeling");
    }

    /** An episode that names the team of another patient by mistake tells nothing of it. */
    @Test
    void theTeamOfAnotherPatientIsNotTold() {
        String stranger = Patients.create(fhir).reference();
        CareTeam team = TestTeam.of(stranger, "2026-01-01")
                .with(surgeon, "surgeon main-practitioner contact-person")
                .resource();
        treatedBy(team, "knee-replacement-primary", Side.RIGHT);

        assertThat(myTeam(fhir, DAY).members()).isEmpty();
    }

    /** The team of a patient group may be a patient's team as well; it knows who leads it. */
    @Test
    void theTeamOfAGroupIsToldWithItsLead() {
        CareTeam team = TestTeam.of(staff.group(), "2026-01-01")
                .with(surgeon, "orthopaedic-surgeon lead")
                .resource();
        treatedBy(team, "knee-replacement-primary", Side.RIGHT);

        assertThat(myTeam(fhir, DAY).whoFor("teamwork")).containsExactly("dr. Snijder [020-1001]");
    }

    @Test
    void unknownAndDeletedPatients() {
        assertThat(fhir.get("Patient/nobody/$my-team"))
                .isRefusedWith(404, List.of(new Complaint(ProblemCode.UNKNOWN_SUBJECT, "Patient", "no such patient")));
        String deleted = Patients.create(fhir).reference();
        assertThat(fhir.delete(deleted)).succeeded();
        assertThat(fhir.get(deleted + "/$my-team")).hasStatus(410);
    }

    @Test
    void everyWrongParameterIsNamed() {
        assertThat(fhir.get(patient.reference() + "/$my-team?at=tomorrow&when=now"))
                .isRefusedWith(
                        400,
                        List.of(
                                new Complaint(ProblemCode.INVALID_PARAMETER, "at", "must be a date"),
                                new Complaint(ProblemCode.INVALID_PARAMETER, "when", "is not a parameter")));
    }

    @Test
    void theBodyOfAPostIsReadToo() {
        treatedBy(kneeTeam(), "knee-replacement-primary", Side.RIGHT);
        Parameters parameters = new Parameters();
        parameters.addParameter("at", new DateType("2025-12-31"));

        assertThat(new MyTeam(fhir.post(patient.reference() + "/$my-team", Fhir.json(parameters))).members())
                .isEmpty();
    }
}
