package nl.meerwaarde.tests.decision;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.tests.support.Bundles;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.TestEpisode;
import nl.meerwaarde.tests.support.TestServer;
import org.assertj.core.api.Condition;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

/** A decision is taken together, found again, followed by its treatment, and the patient is asked how it went. */
class SharedDecisionIT {
    private final Fhir fhir = TestServer.fhir();
    private final ConsultingRoom room = new ConsultingRoom(fhir);

    private String take() {
        return fhir.post(room.decision()).id();
    }

    @Test
    void whatIsStillDiscussedNeedsNoChoice() {
        CarePlan draft = room.decision().setStatus(CarePlanStatus.DRAFT);
        draft.getExtension().clear();
        assertThat(fhir.post(draft)).isCreated();
    }

    @Test
    void aDecisionAsksThePatientHowItWasTaken() {
        String decision = take();
        assertThat(tasks(decision)).singleElement().satisfies(task -> {
            assertThat(task.getStatus()).isEqualTo(TaskStatus.REQUESTED);
            assertThat(task.getFor().getReference()).isEqualTo(room.id("patient"));
            assertThat(task.getOwner().getReference()).isEqualTo(room.id("patient"));
            assertThat(task.getInputFirstRep().getValue().primitiveValue())
                    .isEqualTo(Canonicals.BASE + "/Questionnaire/collaborate");
            assertThat(task.getRestriction().getPeriod().getEndElement().getValueAsString())
                    .isEqualTo("2026-03-24");
        });
    }

    @Test
    void whoAgreesForThePatientIsAsked() {
        CarePlan decision = room.decision();
        decision.getExtension().get(1).getExtension().get(0).setValue(new Reference(room.id("partner")));
        assertThat(tasks(fhir.post(decision).id()))
                .singleElement()
                .satisfies(task -> assertThat(task.getOwner().getReference()).isEqualTo(room.id("partner")));
    }

    @Test
    void aDecisionAsksOnceAndNotAfterItIsTakenBack() {
        CarePlan decision = room.decision().setStatus(CarePlanStatus.DRAFT);
        decision.setId(fhir.post(decision).id());
        assertThat(tasks(decision.getIdPart())).isEmpty();
        assertThat(fhir.put(decision.setStatus(CarePlanStatus.ACTIVE))).succeeded();
        assertThat(fhir.put(decision.setStatus(CarePlanStatus.ONHOLD))).succeeded();
        assertThat(tasks(decision.getIdPart())).hasSize(1);
        assertThat(fhir.put(decision.setStatus(CarePlanStatus.REVOKED))).succeeded();
        assertThat(task(decision.getIdPart())).is(stopped("decision-withdrawn"));
        assertThat(fhir.put(decision.setStatus(CarePlanStatus.ACTIVE))).succeeded();
        assertThat(task(decision.getIdPart()).getStatus()).isEqualTo(TaskStatus.REQUESTED);
    }

    @Test
    void theDeadAreNotAsked() {
        String decision = take();
        room.patient().change(it -> it.setDeceased(new BooleanType(true)));
        assertThat(task(decision)).is(stopped("death"));
        assertThat(task(take())).is(stopped("death"));
    }

    private static Condition<Task> stopped(String reason) {
        return new Condition<>(
                task -> task.getStatus() == TaskStatus.CANCELLED
                        && task.getStatusReason().hasCoding(Canonicals.CodeSystems.TASK_STATUS_REASON, reason),
                "cancelled because of " + reason);
    }

    @Test
    void theAnswersCompleteTheTaskOfTheirDecision() {
        String other = take();
        String decision = take();
        String response = room.patient()
                .answers("collaborate")
                .all(Map.of("collaborate-1", 9, "collaborate-2", 8, "collaborate-3", 9))
                .change(answers -> answers.addBasedOn(new Reference("CarePlan/" + decision)))
                .submit()
                .id();
        assertThat(task(decision)).satisfies(task -> {
            assertThat(task.getStatus()).isEqualTo(TaskStatus.COMPLETED);
            assertThat(((Reference) task.getOutputFirstRep().getValue()).getReference())
                    .isEqualTo("QuestionnaireResponse/" + response);
        });
        assertThat(task(other).getStatus()).isEqualTo(TaskStatus.REQUESTED);
        assertThat(fhir.count("QuestionnaireResponse", Map.of("based-on", "CarePlan/" + decision)))
                .isOne();
    }

    @Test
    void decisionsAreFound() {
        String decision = take();
        String point = Canonicals.CodeSystems.DECISION_POINT + "|surgery-or-not";
        String less = Canonicals.CodeSystems.GUIDELINE_DEVIATION + "|less-treatment";
        String wait = Canonicals.CodeSystems.TREATMENT_OPTION + "|wait-and-see";
        assertThat(found("choice", "http://snomed.info/sct|609588000")).containsExactly(decision);
        assertThat(found("choice", wait)).isEmpty();
        assertThat(found("activity-code", wait)).containsExactly(decision);
        assertThat(found("condition", room.id("condition"))).containsExactly(decision);
        assertThat(found("clinician-group", room.id("group"))).containsExactly(decision);
        assertThat(found("decision-point", point)).containsExactly(decision);
        assertThat(found("deviation", less)).containsExactly(decision);
        assertThat(found("wanted-variation", less)).isEmpty();
    }

    @Test
    void aChoiceOffTheGuidelineIsFoundAsWantedVariation() {
        CarePlan decision = room.decision();
        CarePlanActivityComponent chosen = decision.getActivity().get(2);
        decision.getActivity().get(0).getExtension().forEach(discussed -> chosen.addExtension(discussed.copy()));
        decision.getExtension().get(0).setValue(chosen.getDetail().getCode().copy());
        chosen.getDetail().setStatus(CarePlanActivityStatus.INPROGRESS);
        decision.getActivity().get(0).getDetail().setStatus(CarePlanActivityStatus.CANCELLED);
        String id = fhir.post(decision).id();
        assertThat(found("wanted-variation", Canonicals.CodeSystems.GUIDELINE_DEVIATION + "|less-treatment"))
                .containsExactly(id);
    }

    @Test
    void treatmentStartsAfterTheAgreement() {
        String decision = take();
        Complaint tooEarly = new Complaint(
                ProblemCode.TREATMENT_BEFORE_AGREEMENT, "Procedure.basedOn[0]", "before the patient agreed");
        assertThat(fhir.post(treatment(decision, "2026-03-09"))).isRefusedWith(tooEarly);
        assertThat(fhir.post(treatment(decision, "2026-03-10"))).isCreated();
        assertThat(fhir.post(treatment(decision, "2026-04-01"))).isCreated();
        CarePlan later = fhir.get("CarePlan/" + decision).stored(CarePlan.class);
        later.getExtension().get(1).getExtension().get(1).setValue(new DateTimeType("2026-03-20"));
        assertThat(fhir.put(later))
                .isRefusedWith(new Complaint(
                        ProblemCode.TREATMENT_BEFORE_AGREEMENT, "CarePlan.extension", "before the agreement"));
    }

    @Test
    void nobodyIsTreatedOnWhatIsStillDiscussed() {
        CarePlan draft = room.decision().setStatus(CarePlanStatus.DRAFT);
        String id = fhir.post(draft).id();
        assertThat(fhir.post(treatment(id, "2026-04-01")))
                .isRefusedWith(new Complaint(
                        ProblemCode.TREATMENT_BEFORE_AGREEMENT, "Procedure.basedOn[0]", "before the patient agreed"));
    }

    @Test
    void decisionAndTreatmentInOneTransaction() {
        Bundle transaction = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        Procedure procedure = treatment("x", "2026-04-01");
        procedure.getBasedOn().clear();
        procedure.addBasedOn(Bundles.create(transaction, room.decision()));
        Bundles.create(transaction, procedure);
        Reply reply = fhir.bundle(transaction);
        assertThat(tasks(Bundles.idOf(reply, "CarePlan"))).hasSize(1);
    }

    private Procedure treatment(String decision, String day) {
        Procedure procedure = TestEpisode.unstoredOperation(day);
        procedure.setSubject(new Reference(room.id("patient")));
        procedure.addBasedOn(new Reference("CarePlan/" + decision));
        return procedure;
    }

    private List<String> found(String parameter, String value) {
        Map<String, String> query = Map.of("subject", room.id("patient"), parameter, value);
        return fhir.search("CarePlan", query).stored(Bundle.class).getEntry().stream()
                .map(entry -> entry.getResource().getIdPart())
                .toList();
    }

    private Task task(String decision) {
        assertThat(tasks(decision)).hasSize(1);
        return tasks(decision).get(0);
    }

    private List<Task> tasks(String decision) {
        return fhir.search("Task", Map.of("based-on", "CarePlan/" + decision)).stored(Bundle.class).getEntry().stream()
                .map(entry -> (Task) entry.getResource())
                .toList();
    }
}
