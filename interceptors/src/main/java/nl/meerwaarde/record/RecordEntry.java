package nl.meerwaarde.record;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import nl.meerwaarde.fhir.DateSpan;
import org.jspecify.annotations.Nullable;

/** What outcomes need of one stored resource. Ids are logical ids; episodes are ids of CarePlans; codes are keys {@code system|code}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RecordEntry.Person.class, name = "person"),
    @JsonSubTypes.Type(value = RecordEntry.Episode.class, name = "episode"),
    @JsonSubTypes.Type(value = RecordEntry.Event.class, name = "event"),
    @JsonSubTypes.Type(value = RecordEntry.Response.class, name = "response"),
    @JsonSubTypes.Type(value = RecordEntry.Unscored.class, name = "unscored"),
    @JsonSubTypes.Type(value = RecordEntry.Measurement.class, name = "measurement"),
    @JsonSubTypes.Type(value = RecordEntry.Expectation.class, name = "expectation"),
    @JsonSubTypes.Type(value = RecordEntry.Invitation.class, name = "invitation"),
    @JsonSubTypes.Type(value = RecordEntry.PlannedEvent.class, name = "planned"),
    @JsonSubTypes.Type(value = RecordEntry.Refusal.class, name = "refusal"),
    @JsonSubTypes.Type(value = RecordEntry.Reminder.class, name = "reminder"),
})
public sealed interface RecordEntry {
    /**
     * The Patient.
     *
     * @param sex administrative gender code, or null
     * @param birth date of birth, or null
     * @param ageBand age band from a source that knows no date of birth, or null
     * @param death date of death, or null while alive or unknown
     * @param dead whether the patient is known to have died, with or without a date
     * @param replacedBy id of the Patient that replaced this one in a merge, or null
     */
    record Person(
            @Nullable String sex,
            @Nullable DateSpan birth,
            @Nullable String ageBand,
            @Nullable DateSpan death,
            boolean dead,
            @Nullable String replacedBy)
            implements RecordEntry {}

    /**
     * A CarePlan that follows a pathway.
     *
     * @param pathway canonical {@code url|version} of the PlanDefinition
     * @param side laterality code, or null
     * @param organization id of the author organisation, or null
     * @param status CarePlan.status
     */
    record Episode(
            String id,
            String pathway,
            @Nullable String side,
            @Nullable String organization,
            String status) implements RecordEntry {}

    /**
     * A Procedure, Condition or Encounter.
     *
     * @param when when it happened, or null when unknown
     * @param organization id of the performing organisation, or null
     * @param index whether it says of itself that it is an index event (profile {@code index-procedure})
     */
    record Event(
            String resourceType,
            String id,
            List<String> episodes,
            List<String> codes,
            @Nullable DateSpan when,
            @Nullable String organization,
            @Nullable String side,
            boolean index)
            implements RecordEntry {}

    /**
     * A completed QuestionnaireResponse with its scores.
     *
     * @param questionnaire canonical {@code url|version}
     * @param sideSpecific whether the instrument is asked per side
     * @param authored when it was answered, or null when unknown
     * @param moment the measurement moment that the response itself names, or null
     * @param side laterality code, or null
     * @param respondent code from {@code respondent}; {@code patient} when the response does not say
     * @param language language of the questions, or null
     * @param mode code from {@code answer-mode}, or null
     */
    record Response(
            String id,
            String questionnaire,
            boolean sideSpecific,
            @Nullable DateSpan authored,
            List<String> episodes,
            @Nullable String moment,
            @Nullable String side,
            String respondent,
            @Nullable String language,
            @Nullable String mode,
            List<Score> scores)
            implements RecordEntry {}

    /**
     * A response that is not complete, or was entered in error: worth nothing yet, but its instrument must stay.
     *
     * @param questionnaire canonical {@code url|version}
     */
    record Unscored(String questionnaire) implements RecordEntry {}

    /**
     * A score of a response.
     *
     * @param score key of the score code
     * @param value the value, or null when the missing rule gives none
     */
    record Score(String score, @Nullable BigDecimal value) {}

    /**
     * A number that a clinician recorded as an Observation.
     *
     * @param moment the measurement moment that the Observation itself names, or null
     */
    record Measurement(
            String id,
            List<String> codes,
            BigDecimal value,
            @Nullable DateSpan when,
            List<String> episodes,
            @Nullable String moment,
            @Nullable String side)
            implements RecordEntry {}

    /**
     * What a case-mix model expects of an episode (RiskAssessment).
     *
     * @param model key {@code system|code|version} of the model
     */
    record Expectation(String id, List<String> episodes, String model, List<Expected> values) implements RecordEntry {}

    /** One expected score at one moment. */
    record Expected(String score, String moment, BigDecimal value) {}

    /**
     * A Task that asks for a questionnaire.
     *
     * @param questionnaire address of the Questionnaire, or null
     * @param moment code of the measurement moment, or null
     * @param response id of the QuestionnaireResponse that fulfilled it, as whoever did the task says, or null
     * @param status Task.status
     * @param scheduled what the server keeps true about it; null when it does not
     */
    record Invitation(
            String id,
            List<String> episodes,
            @Nullable String questionnaire,
            @Nullable String moment,
            @Nullable String response,
            String status,
            @Nullable Scheduled scheduled)
            implements RecordEntry {}

    /**
     * What the server keeps true about a Task of the profile {@code questionnaire-task}, as it stands now.
     *
     * @param side laterality code where the instrument is asked per side, or null
     * @param opens first day of the window, or null while it is not known
     * @param closes last day of the window, or null while it is not known
     * @param reason code from {@code task-status-reason}, or null when somebody gave it its status
     * @param found id of the response that the server linked, or null
     * @param askedWith id of the Task with which it is asked, or null
     */
    record Scheduled(
            @Nullable String side,
            @Nullable LocalDate opens,
            @Nullable LocalDate closes,
            @Nullable String reason,
            @Nullable String found,
            @Nullable String askedWith) {}

    /**
     * A treatment that is planned, or was and is cancelled: a ServiceRequest or a Procedure that has not begun.
     *
     * @param when the day it is planned for, or null when unknown
     * @param index whether it says of itself that it is an index event
     * @param cancelled whether it will not happen
     */
    record PlannedEvent(
            String id,
            List<String> episodes,
            List<String> codes,
            @Nullable DateSpan when,
            @Nullable String side,
            boolean index,
            boolean cancelled)
            implements RecordEntry {}

    /**
     * The patient refuses questionnaires (Consent).
     *
     * @param episodes for which; empty: for all
     */
    record Refusal(String id, List<String> episodes) implements RecordEntry {}

    /**
     * A message that questionnaires are waiting (CommunicationRequest of the profile {@code questionnaire-reminder}).
     *
     * @param moment code of the measurement moment, or null
     * @param kind code from {@code reminder}, or null
     * @param day the day it is to be sent on, or null
     * @param status CommunicationRequest.status
     * @param reason code from {@code task-status-reason}, or null
     */
    record Reminder(
            String id,
            List<String> episodes,
            @Nullable String moment,
            @Nullable String kind,
            @Nullable LocalDate day,
            String status,
            @Nullable String reason)
            implements RecordEntry {}
}
