package nl.meerwaarde.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.terminology.Canonicals.ExternalCodeSystems;
import nl.meerwaarde.terminology.Canonicals.Identifiers;
import nl.meerwaarde.terminology.Canonicals.Profiles;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Flag.FlagStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.hl7.fhir.r4.model.Type;

/** The Flag and the Task of an alert. */
final class AlertResources {
    /** Where nobody made a policy: the task is urgent all the same, and has no role. */
    private static final Duration WITHOUT_POLICY = Duration.ofHours(1);

    private AlertResources() {}

    static Flag flag(String id, Alarm alarm, Optional<AlertPolicy> policy, Subject subject, Instant raisedAt) {
        Flag flag = new Flag();
        flag.setId(id);
        flag.getMeta().addProfile(Profiles.SAFETY_ALERT_FLAG);
        flag.addIdentifier(identifier(id));
        flag.setStatus(FlagStatus.ACTIVE);
        flag.addCategory()
                .addCoding(new Coding()
                        .setSystem(ExternalCodeSystems.FLAG_CATEGORY)
                        .setCode("safety"));
        flag.setCode(code(alarm, policy));
        flag.setSubject(subject.reference());
        flag.getPeriod().setStart(Date.from(raisedAt));
        return flag;
    }

    static Task task(
            String id,
            AlarmingResponse response,
            Alarm alarm,
            Optional<AlertPolicy> policy,
            Subject subject,
            Instant raisedAt) {
        Duration acceptWithin = policy.map(AlertPolicy::acceptWithin).orElse(WITHOUT_POLICY);
        Task task = new Task();
        task.setId(id);
        task.getMeta().addProfile(Profiles.SAFETY_ALERT_TASK);
        task.addIdentifier(identifier(id));
        policy.ifPresent(
                known -> task.setInstantiatesCanonical(known.canonical().toString()));
        task.setStatus(TaskStatus.REQUESTED);
        task.setIntent(TaskIntent.ORDER);
        task.setPriority(policy.map(AlertPolicy::priority).orElse(TaskPriority.URGENT));
        task.setCode(code(alarm, policy));
        policy.ifPresent(known -> task.setDescriptionElement(known.description().element()));
        task.setAuthoredOn(Date.from(raisedAt)).setLastModified(Date.from(raisedAt));
        policy.map(AlertPolicy::roles).orElse(List.of()).forEach(role -> task.addPerformerType(role.copy()));
        task.getRestriction().getPeriod().setStart(Date.from(raisedAt)).setEnd(Date.from(raisedAt.plus(acceptWithin)));
        if (subject.isKnown()) {
            task.setFor(subject.reference());
            task.setReasonReference(new Reference("Flag/" + id));
        }
        addInput(
                task,
                "questionnaire",
                new CanonicalType(response.questionnaire().toString()));
        addInput(task, "question", alarm.question().element());
        addInput(task, "answer", alarm.answer().copy());
        if (response.authored() != null) {
            addInput(task, "authored", response.authored().copy());
        }
        return task;
    }

    private static void addInput(Task task, String kind, Type value) {
        task.addInput()
                .setType(new CodeableConcept(
                        new Coding().setSystem(CodeSystems.SAFETY_TASK_INPUT).setCode(kind)))
                .setValue(value);
    }

    private static Identifier identifier(String id) {
        return new Identifier().setSystem(Identifiers.SAFETY_ALERT).setValue(id);
    }

    private static CodeableConcept code(Alarm alarm, Optional<AlertPolicy> policy) {
        return policy.map(known -> known.code().copy())
                .orElseGet(() -> new CodeableConcept(
                        new Coding().setSystem(CodeSystems.SAFETY_ALERT).setCode(alarm.alert())));
    }

    /** Nobody has accepted the task in time. */
    static void escalate(Task task, AlertPolicy.Step step, Instant now) {
        task.setPriority(step.priority());
        if (step.role() != null && task.getPerformerType().stream().noneMatch(role -> role.equalsDeep(step.role()))) {
            task.addPerformerType(step.role().copy());
        }
        note(
                task,
                Sentence.beside(
                        AlertResources.class,
                        "escalated",
                        step.after().toMinutes(),
                        step.priority().toCode()),
                now);
    }

    /** The response turned out to be a mistake; whether the alert is one too is for a person to decide. */
    static void noteMistake(Task task, Instant now) {
        note(task, Sentence.beside(AlertResources.class, "entered-in-error"), now);
    }

    private static void note(Task task, Sentence sentence, Instant now) {
        task.addNote().setTime(Date.from(now)).setTextElement(sentence.markdown());
        task.setLastModified(Date.from(now));
    }
}
