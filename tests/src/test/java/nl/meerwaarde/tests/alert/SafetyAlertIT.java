package nl.meerwaarde.tests.alert;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.SafetyAlerts;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Flag.FlagStatus;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.ParameterComponent;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;

/** An alarming answer raises its alert, whatever becomes of the response. */
class SafetyAlertIT {
    private final Fhir fhir = TestServer.fhir();
    private final TestPatient patient = Patients.create(fhir);
    private final Mood mood = Mood.on(fhir);

    @Test
    void anAlarmingAnswerRaisesAFlagAndATask() {
        String response = mood.of(patient, "often").submit().id();
        assertThat(SafetyAlerts.flags(patient)).singleElement().satisfies(SafetyAlertIT::warnsOfSuicidality);
        Task task = SafetyAlerts.task(patient);
        assertThat(task.getStatus()).isEqualTo(TaskStatus.REQUESTED);
        assertThat(task.getPriority()).isEqualTo(TaskPriority.URGENT);
        assertThat(task.getFocus().getReference()).isEqualTo("QuestionnaireResponse/" + response);
        assertThat(task.getReasonReference().getReference())
                .isEqualTo("Flag/" + SafetyAlerts.flags(patient).get(0).getIdPart());
        assertThat(task.getInstantiatesCanonical()).endsWith("ActivityDefinition/safety-alert-suicidality|1.0.0");
        assertThat(task.getPerformerTypeFirstRep().getCodingFirstRep().getCode())
                .isEqualTo("responsible-clinician");
        assertThat(Duration.between(
                        task.getAuthoredOn().toInstant(),
                        task.getRestriction().getPeriod().getEnd().toInstant()))
                .isEqualTo(Duration.ofHours(1));
    }

    private static void warnsOfSuicidality(Flag flag) {
        assertThat(flag.getStatus()).isEqualTo(FlagStatus.ACTIVE);
        assertThat(flag.getCode().getCodingFirstRep().getSystem()).isEqualTo(CodeSystems.SAFETY_ALERT);
        assertThat(flag.getCode().getCodingFirstRep().getCode()).isEqualTo(Mood.SUICIDALITY);
        assertThat(flag.getPeriod().hasStart()).isTrue();
    }

    @Test
    void theTaskSaysWhichAnswerItWas() {
        mood.of(patient, "often").submit().id();
        Task task = SafetyAlerts.task(patient);
        assertThat(((Coding) input(task, "answer")).getCode()).isEqualTo("often");
        assertThat(input(task, "question").primitiveValue()).isEqualTo("'thoughts' (Choice thoughts)");
        assertThat(input(task, "questionnaire").primitiveValue())
                .isEqualTo(mood.questionnaire().getUrl() + "|1.0.0");
        assertThat(input(task, "authored").primitiveValue()).isEqualTo("2026-02-20T10:05:00+01:00");
    }

    @Test
    void otherAnswersRaiseNothing() {
        mood.of(patient, "never").answer("despair", 7).submit().id();
        assertNoAlert();
    }

    @Test
    void aNumberIsAlarmingFromItsThresholdOn() {
        mood.of(patient, "never").answer("despair", 8).submit().id();
        assertThat(input(SafetyAlerts.task(patient), "answer").primitiveValue()).isEqualTo("8");
    }

    @Test
    void everyAlarmingAnswerRaisesItsOwn() {
        mood.of(patient, "often").answer("despair", 10).submit().id();
        assertThat(SafetyAlerts.tasks(patient)).hasSize(2);
    }

    @Test
    void anUnfinishedResponseIsAsAlarming() {
        String response = mood.unnamed(patient, "sometimes")
                .status(QuestionnaireResponseStatus.INPROGRESS)
                .submit()
                .id();
        assertThat(SafetyAlerts.task(patient).getFocus().getReference()).isEqualTo("QuestionnaireResponse/" + response);
    }

    /** The alert has a transaction of its own: it is stored, the response is not. */
    @Test
    void aRefusedResponseIsAsAlarming() {
        assertThat(mood.unnamed(patient, "often").submit())
                .isRefusedAlsoWith(new Complaint(
                        ProblemCode.REQUIRED_ANSWER_MISSING, "QuestionnaireResponse", "'name' (Required name)"));
        assertNoResponse();
        assertThat(SafetyAlerts.flags(patient)).singleElement().satisfies(SafetyAlertIT::warnsOfSuicidality);
        Task task = SafetyAlerts.task(patient);
        assertThat(task.hasFocus()).isFalse();
        assertThat(((Coding) input(task, "answer")).getCode()).isEqualTo("often");
    }

    @Test
    void aVersionThatTheServerDoesNotHaveIsAsAlarming() {
        Reply reply = mood.of(patient, "often")
                .change(r -> r.setQuestionnaire(mood.questionnaire().getUrl() + "|9.9"))
                .submit();
        assertThat(reply).hasStatus(422);
        assertThat(SafetyAlerts.tasks(patient)).hasSize(1);
    }

    /** Refused for its coding, and heard all the same. */
    @Test
    void anAnswerWithoutItsCodeSystemIsAsAlarming() {
        Reply reply = mood.of(patient, "never")
                .without("thoughts")
                .change(r -> r.addItem().setLinkId("thoughts").addAnswer().setValue(new Coding().setCode("often")))
                .submit();
        assertThat(reply).hasStatus(422);
        assertThat(SafetyAlerts.tasks(patient)).hasSize(1);
    }

    /** One answer cannot be read at all; the other is alarming. */
    @Test
    void anUnreadableResponseIsAsAlarming() {
        String response = Fhir.json(
                        mood.of(patient, "often").answer("despair", 5).response())
                .replace("\"valueDecimal\":5", "\"valueDecimal\":\"much\"");
        assertThat(response).contains("much");
        assertThat(fhir.post("QuestionnaireResponse", response)).hasStatus(422).leaksNothing();
        assertThat(SafetyAlerts.tasks(patient)).hasSize(1);
    }

    @Test
    void anAnswerOutOfPlaceIsAsAlarming() {
        Reply reply = mood.of(patient, "never")
                .without("thoughts")
                .change(r -> r.getItemFirstRep().addItem(alarmingItem()))
                .submit();
        assertThat(reply).hasStatus(422);
        assertThat(SafetyAlerts.tasks(patient)).hasSize(1);
    }

    private static QuestionnaireResponse.QuestionnaireResponseItemComponent alarmingItem() {
        QuestionnaireResponse.QuestionnaireResponseItemComponent item =
                new QuestionnaireResponse.QuestionnaireResponseItemComponent();
        item.setLinkId("thoughts").addAnswer().setValue(new StringType("often"));
        return item;
    }

    /** Nobody knows whose answer it is, but that there is one. */
    @Test
    void anAnswerOfNobodyKnownIsAsAlarming() {
        String somebody = "Somebody " + UUID.randomUUID();
        Reply reply = mood.of(patient, "often")
                .change(r -> r.getSubject().setReference(null).setDisplay(somebody))
                .submit();
        assertThat(reply).hasStatus(422);
        assertThat(SafetyAlerts.tasks(fhir, Mood.SUICIDALITY))
                .anyMatch(task -> somebody.equals(task.getFor().getDisplay()));
    }

    @Test
    void aPatientWhoIsNotStoredIsAsAlarming() {
        String unknown = "unknown-" + UUID.randomUUID();
        Reply reply = mood.of(new TestPatient(fhir, unknown), "often").submit();
        assertThat(reply.status()).isBetween(400, 499);
        assertThat(SafetyAlerts.tasks(fhir, Mood.SUICIDALITY))
                .anyMatch(task -> ("Patient/" + unknown).equals(task.getFor().getDisplay()));
    }

    @Test
    void aPatchIsAsAlarming() {
        String response = mood.of(patient, "never").submit().id();
        assertNoAlert();
        Reply reply = fhir.patch(
                "QuestionnaireResponse/" + response,
                "[{\"op\": \"replace\", \"path\": \"/item/0/answer/0/valueCoding/code\", \"value\": \"often\"}]");
        assertThat(reply).succeeded();
        assertThat(SafetyAlerts.task(patient).getFocus().getReference()).isEqualTo("QuestionnaireResponse/" + response);
    }

    /** A PATCH is judged inside the transaction that it would change, which is rolled back. */
    @Test
    void aRefusedPatchIsAsAlarming() {
        String response = mood.of(patient, "never").submit().id();
        Reply reply = fhir.patch(
                "QuestionnaireResponse/" + response,
                "[{\"op\": \"replace\", \"path\": \"/item/0/answer/0/valueCoding/code\", \"value\": \"often\"},"
                        + " {\"op\": \"remove\", \"path\": \"/item/1\"}]");
        assertThat(reply).hasStatus(422);
        assertThat(fhir.get("QuestionnaireResponse/" + response)
                        .stored(QuestionnaireResponse.class)
                        .getMeta()
                        .getVersionId())
                .isEqualTo("1");
        assertThat(SafetyAlerts.task(patient).hasFocus()).isFalse();
    }

    /** What was entered in error may still be a cry for help: a person decides. */
    @Test
    void declaringAMistakeTakesNoAlertAway() {
        var answers = mood.of(patient, "often");
        String response = answers.submit().id();
        assertThat(answers.status(QuestionnaireResponseStatus.ENTEREDINERROR).submitAs(response))
                .hasStatus(200);
        Task task = SafetyAlerts.task(patient);
        assertThat(task.getStatus()).isEqualTo(TaskStatus.REQUESTED);
        assertThat(task.getNoteFirstRep().getText()).contains("entered in error");
        assertThat(SafetyAlerts.flags(patient)).singleElement().satisfies(SafetyAlertIT::warnsOfSuicidality);
    }

    @Test
    void whatIsDeclaredAMistakeAtOnceRaisesNothing() {
        mood.of(patient, "often")
                .status(QuestionnaireResponseStatus.ENTEREDINERROR)
                .submit()
                .id();
        assertNoAlert();
    }

    /** The evidence stays until a person has dealt with the alert. */
    @Test
    void anAlarmingResponseIsNotDeletedFromUnderItsTask() {
        String response = mood.of(patient, "often").submit().id();
        assertThat(fhir.delete("QuestionnaireResponse/" + response)).hasStatus(409);
        assertThat(fhir.delete("Task/" + SafetyAlerts.task(patient).getIdPart()))
                .succeeded();
        assertThat(fhir.delete("QuestionnaireResponse/" + response)).succeeded();
    }

    private void assertNoAlert() {
        assertThat(SafetyAlerts.flags(patient)).isEmpty();
        assertThat(SafetyAlerts.tasks(patient)).isEmpty();
    }

    private void assertNoResponse() {
        assertThat(fhir.count("QuestionnaireResponse", Map.of("subject", patient.reference())))
                .isZero();
    }

    private static Type input(Task task, String kind) {
        List<Type> values = task.getInput().stream()
                .filter(input -> input.getType().getCodingFirstRep().getCode().equals(kind))
                .map(ParameterComponent::getValue)
                .toList();
        assertThat(values).hasSize(1);
        return values.get(0);
    }
}
