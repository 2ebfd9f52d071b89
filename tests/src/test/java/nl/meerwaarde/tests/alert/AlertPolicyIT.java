package nl.meerwaarde.tests.alert;

import static java.util.concurrent.TimeUnit.SECONDS;
import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.SafetyAlerts;
import nl.meerwaarde.tests.support.TestInstrument;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.ActivityDefinition.ActivityParticipantType;
import org.hl7.fhir.r4.model.ActivityDefinition.RequestPriority;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

/** Who acts on an alert, and within which time, is the hospital's to arrange. */
class AlertPolicyIT {
    private final Fhir fhir = TestServer.fhir();
    private final TestPatient patient = Patients.create(fhir);
    private final String alert = "own-alert-" + UUID.randomUUID();

    @Test
    void anAlertOfOnesOwnFollowsOnesOwnArrangements() {
        fhir.post(policy()).id();
        Mood.on(fhir, alert).of(patient, "often").submit().id();
        Task task = SafetyAlerts.task(patient);
        assertThat(task.getPriority()).isEqualTo(TaskPriority.ASAP);
        assertThat(task.getPerformerTypeFirstRep().getText()).isEqualTo("Psychologist");
        assertThat(task.getDescription()).isEqualTo("Call the patient.");
    }

    /** Nobody has arranged anything: better an alert without a role than none. */
    @Test
    void anAlertWithoutArrangementsIsRaised() {
        Mood.on(fhir, alert).of(patient, "often").submit().id();
        assertThat(SafetyAlerts.task(patient).getPriority()).isEqualTo(TaskPriority.URGENT);
        assertThat(SafetyAlerts.flags(patient)).hasSize(1);
    }

    /** A hospital with another process switches the alert off; help lines stay. */
    @Test
    void aRetiredPolicyRaisesNothing() {
        ActivityDefinition policy = policy();
        policy.setStatus(PublicationStatus.RETIRED);
        fhir.post(policy).id();
        Reply reply = Mood.on(fhir, alert).of(patient, "often").submit();
        assertThat(reply).isCreated().hasHeader("X-Meerwaarde-Safety-Alert", alert);
        assertThat(SafetyAlerts.tasks(patient)).isEmpty();
        assertThat(SafetyAlerts.flags(patient)).isEmpty();
    }

    @Test
    void everythingThatIsWrongWithAPolicyIsSaid() {
        ActivityDefinition policy = new ActivityDefinition();
        policy.setStatus(PublicationStatus.ACTIVE).setCode(code());
        escalate(policy, 30, "fortnight", "soon");
        assertThat(fhir.post(policy))
                .isRefusedWith(
                        invalid("url", "address"),
                        invalid("description", "what somebody has to do"),
                        invalid("priority", "how urgent"),
                        invalid("timing", "30 min"),
                        invalid("participant.role", "role"),
                        invalid("extension('after')", "30 min"),
                        invalid("extension('priority')", "asap or stat"));
    }

    private static Complaint invalid(String path, String part) {
        return new Complaint(ProblemCode.INVALID_DEFINITION, "ActivityDefinition." + path, part);
    }

    @Test
    void anAlertHasOnePolicy() {
        fhir.post(policy()).id();
        assertThat(fhir.post(policy()))
                .isRefusedWith(new Complaint(
                        ProblemCode.DUPLICATE_DEFINITION, "ActivityDefinition.url", "is already held by"));
    }

    @Test
    void anAlarmThatCouldNeverSoundIsRefused() {
        TestInstrument instrument = TestInstrument.unique()
                .choice("thoughts", "never", "often")
                .alarming("thoughts", "often", "")
                .required("name")
                .alarmingFrom("name", "8", alert)
                .number("despair")
                .change(q -> q.getItem().get(2).addExtension(Extensions.ALARMING_ANSWER, new CodeType(alert)));
        assertThat(fhir.post(instrument.questionnaire())).hasStatus(422).leaksNothing();
    }

    @Test
    void aTaskThatNobodyAcceptsIsEscalatedStepByStep() {
        ActivityDefinition policy = policy();
        policy.setPriority(RequestPriority.URGENT);
        escalate(policy, 0, "s", "asap").addExtension("role", new CodeableConcept().setText("On duty"));
        escalate(policy, 1, "s", "stat");
        fhir.post(policy).id();
        Mood.on(fhir, alert).of(patient, "often").submit().id();
        await().atMost(60, SECONDS).until(() -> SafetyAlerts.task(patient).getPriority() == TaskPriority.STAT);
        Task task = SafetyAlerts.task(patient);
        assertThat(task.getStatus()).isEqualTo(TaskStatus.REQUESTED);
        assertThat(task.getPerformerType())
                .extracting(CodeableConcept::getText)
                .containsExactly("Psychologist", "On duty");
        assertThat(task.getNote())
                .extracting(Annotation::getText)
                .satisfiesExactly(
                        first -> assertThat(first).contains("asap"),
                        second -> assertThat(second).contains("stat"));
    }

    /** Raised earlier and accepted, it stays as it is while a later one is escalated. */
    @Test
    void aTaskThatSomebodyAcceptsIsNotEscalated() {
        ActivityDefinition policy = policy();
        policy.setPriority(RequestPriority.URGENT);
        escalate(policy, 2, "s", "stat");
        fhir.post(policy).id();
        Mood mood = Mood.on(fhir, alert);
        mood.of(patient, "often").submit().id();
        assertThat(fhir.put(SafetyAlerts.task(patient).setStatus(TaskStatus.ACCEPTED)))
                .hasStatus(200);
        TestPatient ignored = Patients.create(fhir);
        mood.of(ignored, "often").submit().id();
        await().atMost(60, SECONDS).until(() -> SafetyAlerts.task(ignored).getPriority() == TaskPriority.STAT);
        assertThat(SafetyAlerts.task(patient).getPriority()).isEqualTo(TaskPriority.URGENT);
        assertThat(SafetyAlerts.task(patient).getNote()).isEmpty();
    }

    /** Who accepts a task and gives it back leaves it to others, at once. */
    @Test
    void aTaskThatIsHandedBackIsEscalated() {
        ActivityDefinition policy = policy();
        escalate(policy, 1, "h", "stat");
        fhir.post(policy).id();
        Mood.on(fhir, alert).of(patient, "often").submit().id();
        assertThat(fhir.put(SafetyAlerts.task(patient).setStatus(TaskStatus.ACCEPTED)))
                .hasStatus(200);
        assertThat(fhir.put(SafetyAlerts.task(patient).setStatus(TaskStatus.REJECTED)))
                .hasStatus(200);
        await().atMost(60, SECONDS).until(() -> SafetyAlerts.task(patient).getPriority() == TaskPriority.STAT);
    }

    private ActivityDefinition policy() {
        ActivityDefinition policy = new ActivityDefinition();
        policy.setUrl("https://tests.meerwaarde.example/ActivityDefinition/" + UUID.randomUUID())
                .setVersion("1.0.0")
                .setStatus(PublicationStatus.ACTIVE)
                .setDescription("Call the patient.");
        policy.setCode(code()).setPriority(RequestPriority.ASAP);
        policy.setTiming(duration(30, "min"));
        policy.addParticipant()
                .setType(ActivityParticipantType.PRACTITIONER)
                .setRole(new CodeableConcept().setText("Psychologist"));
        return policy;
    }

    private CodeableConcept code() {
        return new CodeableConcept(
                new Coding().setSystem(CodeSystems.SAFETY_ALERT).setCode(alert));
    }

    private static Extension escalate(ActivityDefinition policy, long after, String unit, String priority) {
        Extension escalation = policy.addExtension();
        escalation.setUrl(Extensions.ESCALATION);
        escalation.addExtension("after", duration(after, unit));
        escalation.addExtension("priority", new CodeType(priority));
        return escalation;
    }

    private static Duration duration(long value, String unit) {
        Duration duration = new Duration();
        duration.setValue(value).setSystem("http://unitsofmeasure.org").setCode(unit);
        return duration;
    }
}
