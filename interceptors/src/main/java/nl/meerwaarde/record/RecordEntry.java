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
    @JsonSubTypes.Type(value = RecordEntry.Decision.class, name = "decision"),
    @JsonSubTypes.Type(value = RecordEntry.Event.class, name = "event"),
    @JsonSubTypes.Type(value = RecordEntry.Response.class, name = "response"),
    @JsonSubTypes.Type(value = RecordEntry.Unscored.class, name = "unscored"),
    @JsonSubTypes.Type(value = RecordEntry.Measurement.class, name = "measurement"),
    @JsonSubTypes.Type(value = RecordEntry.Expectation.class, name = "expectation"),
    @JsonSubTypes.Type(value = RecordEntry.Invitation.class, name = "invitation"),
    @JsonSubTypes.Type(value = RecordEntry.PersonalGoal.class, name = "goal"),
    @JsonSubTypes.Type(value = RecordEntry.Attainment.class, name = "attainment"),
    @JsonSubTypes.Type(value = RecordEntry.GoalScore.class, name = "goal-score"),
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
     * @param background what may keep a person from answering
     */
    record Person(
            @Nullable String sex,
            @Nullable DateSpan birth,
            @Nullable String ageBand,
            @Nullable DateSpan death,
            boolean dead,
            @Nullable String replacedBy,
            Background background)
            implements RecordEntry {
        /** Rows that were written before backgrounds were read have none. */
        public Person {
            background = background == null ? Background.UNKNOWN : background;
        }
    }

    /**
     * What may keep a person from answering, so that it can be seen who does not.
     *
     * @param language the language the person prefers, without region ({@code nl}), or null
     * @param literacy code from {@code health-literacy}, or null
     * @param deprivation fifth of the country's neighbourhoods, 1 (most deprived) to 5; or null
     */
    record Background(
            @Nullable String language,
            @Nullable String literacy,
            @Nullable Integer deprivation) {
        /** Nothing is known. */
        public static final Background UNKNOWN = new Background(null, null, null);
    }

    /**
     * A CarePlan that follows a pathway.
     *
     * @param pathway canonical {@code url|version} of the PlanDefinition
     * @param side laterality code, or null
     * @param organization id of the author organisation, or null
     * @param status CarePlan.status
     * @param goals ids of the Goals it names
     * @param started when it began (CarePlan.period.start), or null when the CarePlan does not say
     * @param teams ids of the CareTeams it names
     */
    record Episode(
            String id,
            String pathway,
            @Nullable String side,
            @Nullable String organization,
            String status,
            List<String> goals,
            @Nullable DateSpan started,
            List<String> teams)
            implements RecordEntry {
        /** Rows that were written before goals or teams were read have none. */
        public Episode {
            goals = goals == null ? List.of() : List.copyOf(goals);
            teams = teams == null ? List.of() : List.copyOf(teams);
        }

        /** An episode of which nobody says when it began, or who treats. */
        public Episode(
                String id,
                String pathway,
                @Nullable String side,
                @Nullable String organization,
                String status,
                List<String> goals) {
            this(id, pathway, side, organization, status, goals, null, List.of());
        }
    }

    /**
     * A CareTeam that answers for outcomes. It is no patient's: it is in the record of everybody whose episodes name it, and kept once, in {@link OwningTeams}.
     */
    record OwningTeam(String id) implements RecordEntry {}

    /**
     * A CarePlan that is a shared decision.
     *
     * @param status CarePlan.status
     */
    record Decision(String id, String status) implements RecordEntry {}

    /**
     * A Procedure, Condition or Encounter; or an Observation that says that something is so, without a number.
     *
     * @param when when it happened, or null when unknown
     * @param organization id of the performing organisation, or null
     * @param index whether it says of itself that it is an index event (profile {@code index-procedure})
     * @param practitioner id of the Practitioner who did it, the first of several; or null
     */
    record Event(
            String resourceType,
            String id,
            List<String> episodes,
            List<String> codes,
            @Nullable DateSpan when,
            @Nullable String organization,
            @Nullable String side,
            boolean index,
            @Nullable String practitioner)
            implements RecordEntry {
        /** Something of which nobody says who did it. */
        public Event(
                String resourceType,
                String id,
                List<String> episodes,
                List<String> codes,
                @Nullable DateSpan when,
                @Nullable String organization,
                @Nullable String side,
                boolean index) {
            this(resourceType, id, episodes, codes, when, organization, side, index, null);
        }
    }

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
     * @param goals ids of the Goals whose attainment it answers
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
            List<String> goals,
            List<Score> scores)
            implements RecordEntry {
        /** Rows that were written before goals were read have none. */
        public Response {
            goals = goals == null ? List.of() : List.copyOf(goals);
        }
    }

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
     * @param episodes ids of the CarePlans it is based on: an episode, or a decision that it asks about
     * @param questionnaire address of the Questionnaire, or null
     * @param moment code of the measurement moment; null when it asks about a decision, or does not say
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

    /**
     * A Goal of the profile {@code personal-goal}, as far as its attainment is computed from it.
     *
     * @param patient id of the Patient it is of
     * @param open whether it is still worked on, so that attainments are proposed
     * @param start day since which results count, or null
     * @param due last day on which it is in time, or null
     * @param measures keys of the codes of the score or Observation that it is measured by; empty when only people rate it
     * @param threshold the range of that score in which it is reached, or null when it is rated by levels
     * @param wanted the level from which it is reached, or null when it has a threshold
     * @param levels its attainment levels, lowest first; empty when it has a threshold
     * @param weight importance times difficulty, 0 to 9; 1 when neither is given
     * @param achievement what the stored Goal says of its attainment
     */
    record PersonalGoal(
            String id,
            String patient,
            boolean open,
            @Nullable LocalDate start,
            @Nullable LocalDate due,
            List<String> measures,
            @Nullable Span threshold,
            @Nullable Integer wanted,
            List<Level> levels,
            int weight,
            Achievement achievement)
            implements RecordEntry {}

    /** A range of numbers; both ends are included, one may be open. */
    record Span(@Nullable BigDecimal low, @Nullable BigDecimal high) {
        /** Whether a number lies in it. */
        public boolean contains(BigDecimal value) {
            return (low == null || value.compareTo(low) >= 0) && (high == null || value.compareTo(high) <= 0);
        }
    }

    /**
     * An attainment level of a goal.
     *
     * @param level −2 (much less than expected) to 2 (much more)
     * @param range of the goal's score that means this level, or null when only people rate it
     */
    record Level(int level, @Nullable Span range) {}

    /**
     * What a Goal says of its attainment.
     *
     * @param status code of {@code goal-achievement}, or null
     * @param date Goal.statusDate, or null
     * @param outcomes ids of the Observations it names as outcome
     */
    record Achievement(@Nullable String status, @Nullable LocalDate date, List<String> outcomes) {}

    /**
     * An Observation of the profile {@code goal-attainment}: how far a goal was reached. Either the level or reached is given.
     *
     * @param goal id of the Goal
     * @param source id of the response or Observation that a proposal follows from, or null when a person rated
     * @param status Observation.status: {@code preliminary} is a proposal
     * @param level −2 to 2, or null
     * @param reached whether a threshold was reached, or null
     * @param when when it was measured or rated
     */
    record Attainment(
            String id,
            String goal,
            @Nullable String source,
            String status,
            @Nullable Integer level,
            @Nullable Boolean reached,
            DateSpan when)
            implements RecordEntry {}

    /**
     * The goal attainment score (T-score) of an episode on a day, as derived.
     *
     * @param goals ids of the Goals that count, in the order of their ids
     * @param attainments ids of their attainments, in the same order
     */
    record GoalScore(
            String id,
            String patient,
            String episode,
            LocalDate day,
            BigDecimal value,
            List<String> goals,
            List<String> attainments)
            implements RecordEntry {}
}
