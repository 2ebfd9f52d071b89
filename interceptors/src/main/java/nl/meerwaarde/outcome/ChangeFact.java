package nl.meerwaarde.outcome;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.meerwaarde.pathway.Pathway;
import nl.meerwaarde.record.RecordEntry;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up moment of an episode with an index event, and what became of a score from baseline to it: the other facts, laid side by side for reports, so that a
 * report over many patients reads one table. Each moment has one row without a score, for episodes in which nobody answered, one for each score
 * at baseline or at the moment, and one more for each model that expected something of that score.
 *
 * @param score key of the code; empty in the moment's own row; followed by what a model gives the probability of
 * @param model canonical of the case-mix model in a row with its expectation, else empty
 * @param closes last day of the moment's window
 * @param returned whether an answer counts for the moment
 * @param proxy whether the answer at baseline or at the moment is a proxy's
 * @param before the score at baseline, or null
 * @param after the score at the moment, or null
 * @param expected what the model expected for the moment, or null in a row without model
 */
record ChangeFact(
        String episode,
        String moment,
        String score,
        String model,
        String pathway,
        String pathwayVersion,
        @Nullable String organization,
        LocalDate indexFrom,
        LocalDate indexTo,
        @Nullable String sex,
        @Nullable String ageBand,
        RecordEntry.Background background,
        @Nullable String endedBy,
        LocalDate closes,
        boolean counted,
        boolean invited,
        boolean returned,
        boolean proxy,
        @Nullable BigDecimal before,
        @Nullable BigDecimal after,
        @Nullable BigDecimal expected,
        @Nullable String team) {
    private static final String PROXY = "proxy";

    /** Which rows are added up with this one. */
    Series series() {
        return new Series(pathway, moment, score, model);
    }

    /** What identifies it. */
    SettledFacts.Key key() {
        return new SettledFacts.Key(episode, moment, score, model);
    }

    /** All of a patient, in the order of their keys. */
    static List<ChangeFact> of(Outcomes outcomes) {
        Map<String, Outcomes.EpisodeFact> episodes = outcomes.episodes().stream()
                .filter(episode -> episode.indexFrom() != null && episode.indexTo() != null)
                .collect(Collectors.toMap(Outcomes.EpisodeFact::episode, episode -> episode));
        Map<String, Map<String, Map<String, Outcomes.ScoreFact>>> counting = outcomes.scores().stream()
                .filter(Outcomes.ScoreFact::counts)
                .collect(Collectors.groupingBy(
                        Outcomes.ScoreFact::episode,
                        Collectors.groupingBy(
                                Outcomes.ScoreFact::moment,
                                Collectors.toMap(
                                        Outcomes.ScoreFact::score, score -> score, (a, b) -> a, TreeMap::new))));
        List<ChangeFact> changes = new ArrayList<>();
        for (Outcomes.MomentFact moment : outcomes.moments()) {
            Outcomes.EpisodeFact episode = episodes.get(moment.episode());
            if (episode != null && !moment.moment().equals(Pathway.BASELINE)) {
                Map<String, Map<String, Outcomes.ScoreFact>> scores = counting.getOrDefault(moment.episode(), Map.of());
                changes.addAll(of(
                        episode,
                        moment,
                        scores.getOrDefault(Pathway.BASELINE, Map.of()),
                        scores.getOrDefault(moment.moment(), Map.of())));
            }
        }
        changes.addAll(expected(changes, outcomes.expectations()));
        changes.sort(Comparator.comparing(change -> change.episode + change.moment + change.score + change.model));
        return changes;
    }

    private static List<ChangeFact> of(
            Outcomes.EpisodeFact episode,
            Outcomes.MomentFact moment,
            Map<String, Outcomes.ScoreFact> atBaseline,
            Map<String, Outcomes.ScoreFact> atMoment) {
        List<ChangeFact> changes = new ArrayList<>();
        changes.add(of(episode, moment, "", null, null));
        TreeSet<String> scores = new TreeSet<>(atBaseline.keySet());
        scores.addAll(atMoment.keySet());
        scores.forEach(score -> changes.add(of(episode, moment, score, atBaseline.get(score), atMoment.get(score))));
        return changes;
    }

    private static List<ChangeFact> expected(List<ChangeFact> changes, List<Outcomes.ExpectationFact> expectations) {
        return expectations.stream()
                .flatMap(expectation -> changes.stream()
                        .filter(change -> change.isOf(expectation))
                        .map(change -> change.with(expectation)))
                .toList();
    }

    private boolean isOf(Outcomes.ExpectationFact expectation) {
        return episode.equals(expectation.episode())
                && moment.equals(expectation.moment())
                && !score.isEmpty()
                && (expectation.score().equals(score) || expectation.score().startsWith(score + "#"));
    }

    private ChangeFact with(Outcomes.ExpectationFact expectation) {
        return new ChangeFact(
                episode,
                moment,
                expectation.score(),
                expectation.model(),
                pathway,
                pathwayVersion,
                organization,
                indexFrom,
                indexTo,
                sex,
                ageBand,
                background,
                endedBy,
                closes,
                counted,
                invited,
                returned,
                proxy,
                before,
                after,
                expectation.value(),
                team);
    }

    private static ChangeFact of(
            Outcomes.EpisodeFact episode,
            Outcomes.MomentFact moment,
            String score,
            Outcomes.@Nullable ScoreFact before,
            Outcomes.@Nullable ScoreFact after) {
        return new ChangeFact(
                episode.episode(),
                moment.moment(),
                score,
                "",
                episode.pathway(),
                episode.pathwayVersion(),
                episode.organization(),
                Objects.requireNonNull(episode.indexFrom()),
                Objects.requireNonNull(episode.indexTo()),
                episode.sex(),
                episode.ageBand(),
                episode.background(),
                episode.endedBy(),
                Objects.requireNonNull(moment.closes()),
                moment.counted(),
                moment.invited(),
                after != null,
                isProxy(before) || isProxy(after),
                before == null ? null : before.value(),
                after == null ? null : after.value(),
                null,
                episode.team());
    }

    private static boolean isProxy(Outcomes.@Nullable ScoreFact score) {
        return score != null && score.respondent().equals(PROXY);
    }
}
