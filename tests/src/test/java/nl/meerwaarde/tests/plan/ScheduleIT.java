package nl.meerwaarde.tests.plan;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestPlan;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Questionnaire Tasks follow the record, in the transaction that changes it. */
class ScheduleIT {
    private static final String OXFORD = "oxford-knee-score";
    private static final String GENERIC = "eq-5d-5l";

    private static final String BEFORE = "2030-02-20T10:00:00+01:00";

    private final Fhir fhir = TestServer.fhir();
    private final TestPatient patient = Patients.create(fhir);

    @Test
    void openTasksMoveWithTheOperation() {
        TestPlan plan = TestPlan.knee(patient, Side.RIGHT, "2030-03-01");
        String operation = plan.episode(Side.RIGHT).operatedOn("2030-03-11");

        assertThat(TestPlan.window(plan.task("month-6", OXFORD))).isEqualTo("2030-07-11 to 2031-01-10");
        assertThat(plan.messages("month-6"))
                .extracting(message -> message.getOccurrenceDateTimeType().getValueAsString())
                .containsExactly("2030-08-27", "2030-09-03", "2030-09-09");

        Procedure moved = fhir.get("Procedure/" + operation).stored(Procedure.class);
        assertThat(fhir.put(moved.setPerformed(new DateTimeType("2030-03-21")))).succeeded();

        Task task = plan.task("month-6", OXFORD);
        assertThat(TestPlan.window(task)).isEqualTo("2030-07-21 to 2031-01-20");
        assertThat(task.getMeta().getVersionId()).isEqualTo("3");
    }

    @Test
    void aCompletedResponseCompletesItsTaskAndIsLinked() {
        TestPlan plan = TestPlan.knee(patient, Side.RIGHT, "2030-03-01");

        String response = patient.answers(OXFORD)
                .all("3")
                .side(Side.RIGHT)
                .on(BEFORE)
                .submit()
                .id();

        Task task = plan.task("baseline", OXFORD);
        assertThat(task.getStatus()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(((Reference) task.getOutputFirstRep().getValue()).getReference())
                .isEqualTo("QuestionnaireResponse/" + response);
        assertThat(plan.task("month-6", OXFORD).getStatus()).isEqualTo(TaskStatus.REQUESTED);
        assertThat(plan.task("baseline", GENERIC).getStatus()).isEqualTo(TaskStatus.REQUESTED);

        fhir.patch(
                "QuestionnaireResponse/" + response,
                "[{\"op\": \"replace\", \"path\": \"/status\", \"value\": \"entered-in-error\"}]");
        Task open = plan.task("baseline", OXFORD);
        assertThat(open.getStatus()).isEqualTo(TaskStatus.REQUESTED);
        assertThat(open.getOutput()).isEmpty();
    }

    /** A draft answers nothing; nor does the other knee. */
    @Test
    void onlyACompletedResponseAboutTheSameSideCounts() {
        TestPlan plan = TestPlan.knee(patient, Side.RIGHT, "2030-03-01");

        assertThat(patient.answers(OXFORD).all("3").side(Side.LEFT).on(BEFORE).submit())
                .isCreated();
        assertThat(patient.answers(OXFORD)
                        .all("3")
                        .side(Side.RIGHT)
                        .on(BEFORE)
                        .status(QuestionnaireResponseStatus.INPROGRESS)
                        .submit())
                .isCreated();

        assertThat(plan.task("baseline", OXFORD).getStatus()).isEqualTo(TaskStatus.REQUESTED);
    }

    /** What makes everything stop at once, and the reason that is then given. */
    static Stream<Stop> stops() {
        return Stream.of(
                new Stop(
                        "death",
                        TaskStatus.CANCELLED,
                        plan -> plan.patient().change(patient -> patient.setDeceased(new BooleanType(true)))),
                new Stop(
                        "episode-ended",
                        TaskStatus.CANCELLED,
                        plan -> plan.episode(Side.LEFT).change(episode -> episode.setStatus(CarePlanStatus.REVOKED))),
                new Stop(
                        "episode-on-hold",
                        TaskStatus.ONHOLD,
                        plan -> plan.episode(Side.LEFT).change(episode -> episode.setStatus(CarePlanStatus.ONHOLD))),
                new Stop(
                        "refusal",
                        TaskStatus.CANCELLED,
                        plan -> assertThat(plan.patient().fhir().post(refusal(plan.patient())))
                                .isCreated()),
                new Stop("treatment-cancelled", TaskStatus.CANCELLED, plan -> {
                    ServiceRequest planned = plan.planned(ServiceRequest.class).get(0);
                    planned.setStatus(ServiceRequest.ServiceRequestStatus.REVOKED);
                    assertThat(plan.patient().fhir().put(planned)).succeeded();
                }));
    }

    private record Stop(String reason, TaskStatus status, Consumer<TestPlan> happens) {}

    @ParameterizedTest
    @MethodSource("stops")
    void openTasksAndMessagesStopAtOnce(Stop stop) {
        TestPlan plan = TestPlan.knee(patient, Side.LEFT, "2030-03-01");
        assertThat(patient.answers(OXFORD).all("3").side(Side.LEFT).on(BEFORE).submit())
                .isCreated();

        stop.happens().accept(plan);

        assertThat(plan.task("baseline", OXFORD).getStatus()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(plan.tasks().filter(task -> task.getStatus() != TaskStatus.COMPLETED))
                .hasSize(5)
                .allSatisfy(task -> {
                    assertThat(task.getStatus()).isEqualTo(stop.status());
                    assertThat(task.getStatusReason().getCodingFirstRep().getCode())
                            .isEqualTo(stop.reason());
                });
        assertThat(Stream.of("baseline", "month-6", "month-12").flatMap(moment -> plan.messages(moment).stream()))
                .hasSize(9)
                .allSatisfy(message -> assertThat(message.getStatus().toCode()).isIn("revoked", "on-hold"));
    }

    private static Consent refusal(TestPatient patient) {
        Consent consent = new Consent();
        consent.getMeta().addProfile(Canonicals.BASE + "/StructureDefinition/questionnaire-refusal");
        consent.setStatus(Consent.ConsentState.ACTIVE);
        consent.setScope(concept("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy"));
        consent.addCategory(concept(Canonicals.CodeSystems.CONSENT_CATEGORY, "questionnaires"));
        consent.setPatient(new Reference(patient.reference()));
        consent.setPolicyRule(concept("http://terminology.hl7.org/CodeSystem/v3-ActCode", "OPTOUT"));
        consent.getProvision().setType(Consent.ConsentProvisionType.DENY);
        return consent;
    }

    private static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(new Coding().setSystem(system).setCode(code));
    }

    /** A mistake is undone: the patient lives, and is asked again. */
    @Test
    void whatStoppedGoesOnWhenTheReasonIsGone() {
        TestPlan plan = TestPlan.knee(patient, Side.LEFT, "2030-03-01");
        patient.change(it -> it.setDeceased(new BooleanType(true)));
        patient.change(it -> it.setDeceased(null));

        assertThat(plan.tasks()).allSatisfy(task -> {
            assertThat(task.getStatus()).isEqualTo(TaskStatus.REQUESTED);
            assertThat(task.hasStatusReason()).isFalse();
        });
    }

    /** The generic instrument is asked once where the windows of two knees overlap, each knee's own instrument for each. */
    @Test
    void twoKneesAreAskedTheGenericInstrumentOnce() {
        TestPlan left = TestPlan.knee(patient, Side.LEFT, "2030-03-01");
        TestPlan right = TestPlan.knee(patient, Side.RIGHT, "2030-04-01");

        Task asked = left.task("baseline", GENERIC);
        Task waiting = right.task("baseline", GENERIC);
        assertThat(asked.getStatus()).isEqualTo(TaskStatus.REQUESTED);
        assertThat(TestPlan.window(asked)).isEqualTo("2029-10-01 to 2030-03-01");
        assertThat(waiting.getStatus()).isEqualTo(TaskStatus.ONHOLD);
        assertThat(waiting.getPartOfFirstRep().getReference()).isEqualTo(left.path("baseline", GENERIC));
        assertThat(left.task("baseline", OXFORD).getStatus()).isEqualTo(TaskStatus.REQUESTED);
        assertThat(right.task("baseline", OXFORD).getStatus()).isEqualTo(TaskStatus.REQUESTED);

        assertThat(patient.answers(GENERIC).all("2").on(BEFORE).submit()).isCreated();
        assertThat(left.task("baseline", GENERIC).getStatus()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(right.task("baseline", GENERIC).getStatus()).isEqualTo(TaskStatus.COMPLETED);

        left.episode(Side.LEFT).change(episode -> episode.setStatus(CarePlanStatus.REVOKED));
        assertThat(right.task("month-6", GENERIC).getStatus()).isEqualTo(TaskStatus.REQUESTED);
        assertThat(TestPlan.window(right.task("month-6", GENERIC))).isEqualTo("2030-08-01 to 2031-01-31");
    }

    /** What somebody said about a Task stays, whatever happens. */
    @Test
    void whatSomebodySaidStays() {
        TestPlan plan = TestPlan.knee(patient, Side.LEFT, "2030-03-01");
        setStatus(plan.path("month-6", OXFORD), "rejected");
        setStatus(plan.path("month-6", GENERIC), "in-progress");

        plan.episode(Side.LEFT).operatedOn("2030-03-05");

        assertThat(plan.task("month-6", OXFORD).getStatus()).isEqualTo(TaskStatus.REJECTED);
        assertThat(plan.task("month-6", GENERIC).getStatus()).isEqualTo(TaskStatus.INPROGRESS);
        assertThat(TestPlan.window(plan.task("month-6", GENERIC))).isEqualTo("2030-07-05 to 2031-01-04");
    }

    private void setStatus(String path, String status) {
        assertThat(fhir.patch(path, "[{\"op\": \"replace\", \"path\": \"/status\", \"value\": \"" + status + "\"}]"))
                .hasStatus(200);
    }

    /** Written wrongly, a Task is put right in the same transaction; its history tells both. */
    @Test
    void aTaskThatComesWithAnotherWindowIsPutRight() {
        TestPlan plan = TestPlan.of(
                patient, "knee-replacement-primary", Map.of("side", Side.LEFT.code(), "index-date", "2030-03-01"));
        plan.planned(Task.class)
                .forEach(task -> task.getRestriction().getPeriod().setStartElement(new DateTimeType("2020-01-01")));
        plan.posted();

        assertThat(TestPlan.window(plan.task("month-6", OXFORD))).isEqualTo("2030-07-01 to 2030-12-31");

        Task stored = plan.task("month-12", OXFORD);
        stored.getRestriction().getPeriod().setStartElement(new DateTimeType("2020-01-01"));
        assertThat(fhir.put(stored)).succeeded();
        assertThat(TestPlan.window(plan.task("month-12", OXFORD))).isEqualTo("2031-01-01 to 2031-08-31");
        assertThat(fhir.get(plan.path("month-12", OXFORD) + "/_history")
                        .stored(Bundle.class)
                        .getEntry())
                .extracting(entry -> entry.getResource().getMeta().getVersionId())
                .doesNotHaveDuplicates()
                .hasSize(4);
    }

    @Test
    void messagesSayNothingOfWhatIsAskedAndSpeakThePatientsLanguage() {
        TestPatient english = Patients.create(
                fhir,
                it -> it.addCommunication()
                        .setPreferred(true)
                        .getLanguage()
                        .addCoding()
                        .setSystem("urn:ietf:bcp:47")
                        .setCode("en"));

        List<CommunicationRequest> dutch =
                TestPlan.knee(patient, Side.LEFT, "2030-03-01").messages("month-6");
        List<CommunicationRequest> other =
                TestPlan.knee(english, Side.LEFT, "2030-03-01").messages("month-6");

        assertThat(dutch).allSatisfy(message -> {
            assertThat(message.getLanguage()).isEqualTo("nl");
            assertThat(message.getPayloadFirstRep().getContentStringType().getValue())
                    .contains("vragenlijsten")
                    .doesNotContainIgnoringCase("knie");
            assertThat(message.getAbout()).hasSize(2);
        });
        assertThat(other.get(0).getPayloadFirstRep().getContentStringType().getValue())
                .contains("Questionnaires");
    }

    /** The gateway says what it has sent; that is not sent again. */
    @Test
    void aMessageThatWasSentStaysSent() {
        TestPlan plan = TestPlan.knee(patient, Side.LEFT, "2030-03-01");
        String first = "CommunicationRequest/"
                + plan.messages("month-6").get(0).getIdElement().getIdPart();
        setStatus(first, "completed");

        plan.episode(Side.LEFT).operatedOn("2030-03-05");

        assertThat(plan.messages("month-6").get(0).getStatus().toCode()).isEqualTo("completed");
        assertThat(plan.messages("month-6").get(1).getStatus().toCode()).isEqualTo("active");
    }
}
