package nl.meerwaarde.outcome;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import nl.meerwaarde.record.RecordEntry;
import org.jspecify.annotations.Nullable;

/** All outcome facts of one patient (and of those merged into them). Each list in a fixed order, so that equal facts are equal lists. */
public record Outcomes(
        List<EpisodeFact> episodes,
        List<MomentFact> moments,
        List<ScoreFact> scores,
        List<EventFact> events,
        List<ExpectationFact> expectations) {
    public Outcomes {
        episodes = List.copyOf(episodes);
        moments = List.copyOf(moments);
        scores = List.copyOf(scores);
        events = List.copyOf(events);
        expectations = List.copyOf(expectations);
    }

    /** No facts at all. */
    public static Outcomes none() {
        return new Outcomes(List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /**
     * An episode.
     *
     * @param episode id of the CarePlan
     * @param pathway address of the pathway, without version
     * @param pathwayVersion its version
     * @param organization id of the organisation the outcome belongs to, or null
     * @param side laterality code, or null
     * @param indexFrom first possible day of the index event, or null while there is none
     * @param indexTo last possible day
     * @param sex administrative gender code, or null
     * @param age whole years at the index event, or null when not known exactly
     * @param ageBand ten years wide, {@code 60-69}; or null
     * @param background what may keep the patient from answering
     * @param endedBy code of the event that ended follow-up, or null
     * @param endedOn first possible day of that event, or null (also when a death has no date)
     * @param practitioner id of the Practitioner who did the index event, or null
     * @param daysToIndex days from the beginning of the episode to the index event; null when one of the two days is not known exactly, or the episode
     *     began after it
     * @param goals how many of its personal goals were reached
     * @param team id of the CareTeam that answers for its outcomes, or null: none of those it names does, or several do
     */
    public record EpisodeFact(
            String episode,
            String pathway,
            String pathwayVersion,
            @Nullable String organization,
            @Nullable String side,
            @Nullable LocalDate indexFrom,
            @Nullable LocalDate indexTo,
            @Nullable String sex,
            @Nullable Integer age,
            @Nullable String ageBand,
            RecordEntry.Background background,
            @Nullable String endedBy,
            @Nullable LocalDate endedOn,
            @Nullable String practitioner,
            @Nullable Integer daysToIndex,
            Goals goals,
            @Nullable String team) {}

    /**
     * What became of the personal goals of an episode.
     *
     * @param rated goals of which it is confirmed whether they were reached: reached, or not reached by their due day
     * @param attained of those: reached
     */
    public record Goals(int rated, int attained) {
        /** No goal was rated. */
        public static final Goals NONE = new Goals(0, 0);
    }

    /**
     * A measurement moment of an episode.
     *
     * @param opens first day of the window, or null while there is no index event
     * @param closes last day of the window
     * @param invited whether the patient was asked: a Task exists, or an answer came in
     * @param counted whether the moment counts in denominators: death or revision did not come before the window closed
     */
    public record MomentFact(
            String episode,
            String moment,
            @Nullable LocalDate opens,
            @Nullable LocalDate closes,
            boolean invited,
            boolean counted) {}

    /**
     * A score, or a number a clinician recorded, at a moment of an episode.
     *
     * @param score key of the code
     * @param source {@code QuestionnaireResponse/id} or {@code Observation/id}
     * @param value null when the missing rule gives none
     * @param respondent patient, proxy, interpreter-assisted or clinician
     * @param authored first possible day of the answer, or null
     * @param counts whether it is the one that counts for its moment; the others are kept and shown
     */
    public record ScoreFact(
            String episode,
            String moment,
            String score,
            String source,
            @Nullable BigDecimal value,
            String respondent,
            @Nullable String language,
            @Nullable String mode,
            @Nullable String instrument,
            @Nullable LocalDate authored,
            boolean counts) {}

    /** Something that happened after the index event and is an outcome. */
    public record EventFact(
            String episode,
            String event,
            String source,
            @Nullable LocalDate happenedFrom,
            @Nullable LocalDate happenedTo) {}

    /** What a case-mix model expects. */
    public record ExpectationFact(
            String episode, String moment, String score, String model, String source, BigDecimal value) {}
}
