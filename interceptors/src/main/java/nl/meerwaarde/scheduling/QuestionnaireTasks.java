package nl.meerwaarde.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.UUID;
import nl.meerwaarde.fhir.ExtensionLookup;
import nl.meerwaarde.fhir.Fingerprint;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.terminology.Canonicals.ExternalCodeSystems;
import nl.meerwaarde.terminology.Canonicals.Identifiers;
import nl.meerwaarde.terminology.Canonicals.Profiles;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskOutputComponent;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;

/** The Task of a questionnaire and the message that announces it: their shape, and which of it the server keeps. */
public final class QuestionnaireTasks {
    private static final UUID NAMESPACE = Fingerprint.uuid5(new UUID(0, 0), Identifiers.QUESTIONNAIRE_TASK);

    private QuestionnaireTasks() {}

    /**
     * Whom a plan is for.
     *
     * @param carePlan id of the CarePlan: an episode or a decision
     * @param patient reference to the Patient
     * @param respondent reference to who answers: the Patient or a RelatedPerson
     * @param authoredOn when the plan was made
     */
    public record PlanOf(String carePlan, String patient, String respondent, Instant authoredOn) {}

    /**
     * A Task that asks for a questionnaire at a moment. Its id follows from episode, moment, questionnaire and side: making it again makes the same one.
     *
     * @param questionnaire address, without version: the one in force when it is answered
     * @param side laterality code where the instrument is asked per side, or null
     */
    public static Task task(PlanOf plan, String moment, String questionnaire, @Nullable String side) {
        String name = String.join("|", plan.carePlan(), moment, questionnaire) + (side == null ? "" : "|" + side);
        Task task = task(plan, name, questionnaire);
        task.addExtension(
                Extensions.MEASUREMENT_MOMENT,
                new Coding().setSystem(CodeSystems.MEASUREMENT_MOMENT).setCode(moment));
        if (side != null) {
            task.addExtension(
                    Extensions.LATERALITY,
                    new Coding().setSystem(ExternalCodeSystems.SNOMED_CT).setCode(side));
        }
        return task;
    }

    /**
     * A Task that asks how a decision was taken. Its id follows from the decision and the questionnaire: a decision asks each questionnaire once.
     *
     * @param questionnaire address
     * @param first the first day on which it is asked
     * @param last the last
     */
    public static Task aboutDecision(PlanOf plan, String questionnaire, LocalDate first, LocalDate last) {
        Task task = task(plan, plan.carePlan() + "|" + questionnaire, questionnaire);
        task.setFocus(task.getBasedOnFirstRep().copy());
        applyWindow(task, new Days(first, last));
        return task;
    }

    /**
     * The id of a questionnaire's Task.
     *
     * @param name what its identifier says
     */
    public static String id(String name) {
        return Fingerprint.uuid5(NAMESPACE, name).toString();
    }

    private static Task task(PlanOf plan, String name, String questionnaire) {
        Task task = new Task();
        task.setId(id(name));
        task.getMeta().addProfile(Profiles.QUESTIONNAIRE_TASK);
        task.addIdentifier().setSystem(Identifiers.QUESTIONNAIRE_TASK).setValue(name);
        task.addBasedOn(new Reference("CarePlan/" + plan.carePlan()));
        task.setStatus(TaskStatus.REQUESTED).setIntent(TaskIntent.ORDER);
        task.setCode(sdc("complete-questionnaire"));
        task.setFor(new Reference(plan.patient()));
        task.setOwner(new Reference(plan.respondent()));
        task.setAuthoredOn(Date.from(plan.authoredOn())).setLastModified(Date.from(plan.authoredOn()));
        task.addInput().setType(sdc("questionnaire")).setValue(new CanonicalType(questionnaire));
        return task;
    }

    /**
     * A message that questionnaires of a moment are waiting.
     *
     * @param text what is said, in the language of whoever it is for
     * @param language that language
     * @param about the Tasks
     */
    public static CommunicationRequest message(
            PlanOf plan, String moment, Announcement kind, String text, String language, Iterable<Task> about) {
        String name = String.join("|", plan.carePlan(), moment, kind.code());
        CommunicationRequest message = new CommunicationRequest();
        message.setId(Fingerprint.uuid5(NAMESPACE, name).toString());
        message.getMeta().addProfile(Profiles.QUESTIONNAIRE_REMINDER);
        message.setLanguage(language);
        message.addExtension(
                Extensions.MEASUREMENT_MOMENT,
                new Coding().setSystem(CodeSystems.MEASUREMENT_MOMENT).setCode(moment));
        message.addIdentifier().setSystem(Identifiers.QUESTIONNAIRE_REMINDER).setValue(name);
        message.addBasedOn(new Reference("CarePlan/" + plan.carePlan()));
        message.setStatus(CommunicationRequestStatus.ACTIVE);
        message.addCategory()
                .addCoding(new Coding().setSystem(CodeSystems.REMINDER).setCode(kind.code()));
        message.setSubject(new Reference(plan.patient()));
        about.forEach(task ->
                message.addAbout(new Reference("Task/" + task.getIdElement().getIdPart())));
        message.addPayload().setContent(new StringType(text));
        message.setAuthoredOn(Date.from(plan.authoredOn()));
        message.addRecipient(new Reference(plan.respondent()));
        return message;
    }

    private static CodeableConcept sdc(String code) {
        return new CodeableConcept(
                new Coding().setSystem(ExternalCodeSystems.SDC_TEMPORARY).setCode(code));
    }

    /** Makes a Task what it should be; what is not the server's stays. */
    static void apply(Task task, Standing standing) {
        task.setStatus(TaskStatus.fromCode(standing.status()));
        task.setStatusReason(reason(standing.reason()));
        applyWindow(task, standing.window());
        task.getPartOf().clear();
        if (standing.askedWith() != null) {
            task.addPartOf(new Reference("Task/" + standing.askedWith()));
        }
        task.getOutput().removeIf(output -> ExtensionLookup.flag(output.getExtension(), Extensions.DERIVED_OUTPUT));
        if (standing.found() != null) {
            TaskOutputComponent output = task.addOutput();
            output.addExtension(Extensions.DERIVED_OUTPUT, new BooleanType(true));
            output.setType(sdc("questionnaire-response"))
                    .setValue(new Reference("QuestionnaireResponse/" + standing.found()));
        }
    }

    private static void applyWindow(Task task, Days window) {
        Period period = task.getRestriction().getPeriod();
        period.setStartElement(day(window.firstKnown()));
        period.setEndElement(day(window.lastKnown()));
        if (period.isEmpty()) {
            task.getRestriction().setPeriod(null);
        }
        if (task.getRestriction().isEmpty()) {
            task.setRestriction(null);
        }
    }

    /** Makes a message what it should be. */
    static void apply(CommunicationRequest message, MessageStanding standing) {
        message.setStatus(CommunicationRequestStatus.fromCode(standing.status()));
        message.setStatusReason(reason(standing.reason()));
        message.setOccurrence(day(standing.day()));
    }

    private static @Nullable DateTimeType day(@Nullable LocalDate day) {
        return day == null ? null : new DateTimeType(day.toString());
    }

    private static @Nullable CodeableConcept reason(@Nullable StatusReason reason) {
        return reason == null
                ? null
                : new CodeableConcept(
                        new Coding().setSystem(CodeSystems.TASK_STATUS_REASON).setCode(reason.code()));
    }
}
