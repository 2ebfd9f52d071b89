package nl.meerwaarde.goal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.DateSpan;
import nl.meerwaarde.fhir.Fingerprint;
import nl.meerwaarde.record.GoalReading;
import nl.meerwaarde.record.RecordEntry;
import nl.meerwaarde.record.RecordEntry.Achievement;
import nl.meerwaarde.record.RecordEntry.Attainment;
import nl.meerwaarde.record.RecordEntry.Episode;
import nl.meerwaarde.record.RecordEntry.GoalScore;
import nl.meerwaarde.record.RecordEntry.Level;
import nl.meerwaarde.record.RecordEntry.Measurement;
import nl.meerwaarde.record.RecordEntry.PersonalGoal;
import nl.meerwaarde.record.RecordEntry.Response;
import nl.meerwaarde.record.RecordEntry.Span;
import nl.meerwaarde.score.ScoreObservations;
import org.jspecify.annotations.Nullable;

/**
 * What a patient's record says of the attainment of the patient's goals: a pure function. What follows from a score is a proposal; only what the patient
 * confirmed counts.
 */
final class Attainments {
    /** Attainments with these statuses are confirmed. */
    static final Set<String> CONFIRMED = Set.of("final", "amended", "corrected");

    static final String PROPOSED = "preliminary";

    private static final Comparator<Attainment> IN_TIME =
            Comparator.comparing(Attainment::when, byTime()).thenComparing(Attainment::id);

    private final List<PersonalGoal> goals;
    private final List<Attainment> attainments;
    private final List<Episode> episodes;
    private final List<RecordEntry> record;

    Attainments(List<RecordEntry> record) {
        this.record = record;
        this.goals = entries(PersonalGoal.class)
                .sorted(Comparator.comparing(PersonalGoal::id))
                .toList();
        this.attainments = entries(Attainment.class).sorted(IN_TIME).toList();
        this.episodes =
                entries(Episode.class).sorted(Comparator.comparing(Episode::id)).toList();
    }

    private <T extends RecordEntry> Stream<T> entries(Class<T> kind) {
        return record.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** By the last possible day, then by the moment where both know it. */
    private static Comparator<DateSpan> byTime() {
        return Comparator.comparing(DateSpan::to)
                .thenComparing(DateSpan::instant, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));
    }

    /**
     * A number that a goal is measured by.
     *
     * @param observation id of the Observation that holds it
     * @param level whether it is the answer to how far the goal was reached, and no measurement
     */
    private record Evidence(
            String observation,
            BigDecimal value,
            DateSpan when,
            @Nullable String side,
            boolean level) {}

    /** One proposal at most per goal: from the newest number since the goal was set, unless the patient has spoken on it or since. */
    List<Attainment> proposals() {
        return goals.stream()
                .filter(PersonalGoal::open)
                .map(this::proposal)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Attainment> proposal(PersonalGoal goal) {
        return newest(goal).flatMap(evidence -> result(goal, evidence)).filter(this::isOpen);
    }

    private Optional<Evidence> newest(PersonalGoal goal) {
        Set<String> sides = sides(goal);
        return evidence(goal)
                .filter(evidence ->
                        goal.start() == null || !evidence.when().from().isBefore(goal.start()))
                .filter(evidence -> evidence.side() == null || sides.isEmpty() || sides.contains(evidence.side()))
                .max(Comparator.comparing(Evidence::when, byTime()).thenComparing(Evidence::observation));
    }

    /** The sides of the episodes that have this goal. */
    private Set<String> sides(PersonalGoal goal) {
        Set<String> sides = new TreeSet<>();
        episodes.stream()
                .filter(episode -> episode.goals().contains(goal.id()))
                .map(Episode::side)
                .filter(Objects::nonNull)
                .forEach(sides::add);
        return sides;
    }

    private Stream<Evidence> evidence(PersonalGoal goal) {
        List<Evidence> found = new ArrayList<>();
        entries(Response.class)
                .forEach(response -> response.scores().forEach(score -> {
                    boolean answer = score.score().equals(GoalReading.LEVEL.key());
                    boolean level =
                            answer && goal.wanted() != null && response.goals().contains(goal.id());
                    // How far a goal was reached is never the measure of another one.
                    if ((level || !answer && goal.measures().contains(score.score()))
                            && score.value() != null
                            && response.authored() != null) {
                        String observation = ScoreObservations.idOf(response.id(), Code.ofKey(score.score()));
                        found.add(
                                new Evidence(observation, score.value(), response.authored(), response.side(), level));
                    }
                }));
        entries(Measurement.class).forEach(measurement -> {
            if (measurement.when() != null && measurement.codes().stream().anyMatch(goal.measures()::contains)) {
                found.add(new Evidence(
                        measurement.id(), measurement.value(), measurement.when(), measurement.side(), false));
            }
        });
        return found.stream();
    }

    private static Optional<Attainment> result(PersonalGoal goal, Evidence evidence) {
        if (evidence.level()) {
            return Optional.of(proposal(goal, evidence, evidence.value().intValue(), null));
        }
        Span threshold = goal.threshold();
        if (threshold != null) {
            return Optional.of(proposal(goal, evidence, null, threshold.contains(evidence.value())));
        }
        return level(goal.levels(), evidence.value()).map(level -> proposal(goal, evidence, level, null));
    }

    /** The level whose range holds the value; the higher one where two ranges meet. */
    private static Optional<Integer> level(List<Level> levels, BigDecimal value) {
        return levels.stream()
                .filter(level -> level.range() != null && level.range().contains(value))
                .map(Level::level)
                .max(Comparator.naturalOrder());
    }

    /** To the day, as the patient lived it. The same result of the same number has the same id, so that a proposal the patient answered does not come back. */
    private static Attainment proposal(
            PersonalGoal goal, Evidence evidence, @Nullable Integer level, @Nullable Boolean reached) {
        String name = String.join("|", "goal-attainment", goal.id(), evidence.observation(), level + "/" + reached);
        return new Attainment(
                id(name),
                goal.id(),
                evidence.observation(),
                PROPOSED,
                level,
                reached,
                DateSpan.day(evidence.when().to()));
    }

    private static String id(String name) {
        return Fingerprint.uuid5(ScoreObservations.NAMESPACE, name).toString();
    }

    private boolean isOpen(Attainment proposal) {
        return attainments.stream()
                .filter(stored -> stored.goal().equals(proposal.goal()))
                .noneMatch(stored -> stored.id().equals(proposal.id())
                                && !stored.status().equals(PROPOSED)
                        || CONFIRMED.contains(stored.status()) && stored.when().isSurelyAfter(proposal.when()));
    }

    /** Confirmed attainments that fit the goal, oldest first. */
    private List<Attainment> confirmed(PersonalGoal goal) {
        return attainments.stream()
                .filter(attainment -> attainment.goal().equals(goal.id()))
                .filter(attainment -> CONFIRMED.contains(attainment.status()))
                .filter(attainment -> result(goal, attainment) != null)
                .toList();
    }

    /** What a goal has to say of its attainment; empty when the patient has confirmed nothing yet. */
    Optional<Achievement> achievement(PersonalGoal goal) {
        List<Attainment> confirmed = confirmed(goal);
        if (confirmed.isEmpty()) {
            return Optional.empty();
        }
        Attainment last = confirmed.get(confirmed.size() - 1);
        Attainment earlier = confirmed.size() > 1 ? confirmed.get(confirmed.size() - 2) : null;
        return Optional.of(new Achievement(
                status(goal, last, earlier),
                last.when().from(),
                confirmed.stream().map(Attainment::id).toList()));
    }

    /** The codes of FHIR's goal-achievement. Achieved is as expected or better; before the due day a goal that is not reached can still be. */
    private static String status(PersonalGoal goal, Attainment last, @Nullable Attainment earlier) {
        int now = Objects.requireNonNull(result(goal, last));
        int before = earlier == null ? Integer.MIN_VALUE : Objects.requireNonNull(result(goal, earlier));
        int wanted = wanted(goal);
        if (now >= wanted) {
            return before >= wanted ? "sustaining" : "achieved";
        }
        if (goal.due() != null && last.when().from().isAfter(goal.due())) {
            return "not-achieved";
        }
        if (earlier == null) {
            return "in-progress";
        }
        return now > before ? "improving" : now < before ? "worsening" : "no-change";
    }

    private static int wanted(PersonalGoal goal) {
        return goal.wanted() == null ? 1 : goal.wanted();
    }

    /** As a number: the level, or 1 for reached; null when the attainment is of the other kind. */
    private static @Nullable Integer result(PersonalGoal goal, Attainment attainment) {
        if (goal.wanted() != null) {
            return attainment.level();
        }
        return attainment.reached() == null ? null : attainment.reached() ? 1 : 0;
    }

    /** One T-score per episode and day on which an attainment of its goals was confirmed, over what is known by then of its goals that have levels. */
    List<GoalScore> scores() {
        return episodes.stream().flatMap(this::scores).toList();
    }

    private Stream<GoalScore> scores(Episode episode) {
        Map<PersonalGoal, List<Attainment>> confirmed = new HashMap<>();
        List<PersonalGoal> scaled = goals.stream()
                .filter(goal -> goal.wanted() != null && goal.weight() > 0)
                .filter(goal -> episode.goals().contains(goal.id()))
                .toList();
        scaled.forEach(goal -> confirmed.put(goal, confirmed(goal)));
        Set<LocalDate> days = new TreeSet<>();
        confirmed.values().forEach(all -> all.forEach(one -> days.add(one.when().from())));
        return days.stream().map(day -> score(episode, day, scaled, confirmed)).flatMap(Optional::stream);
    }

    private static Optional<GoalScore> score(
            Episode episode, LocalDate day, List<PersonalGoal> scaled, Map<PersonalGoal, List<Attainment>> confirmed) {
        List<GoalAttainmentScore.Rated> rated = new ArrayList<>();
        List<String> goals = new ArrayList<>();
        List<String> used = new ArrayList<>();
        for (PersonalGoal goal : scaled) {
            confirmed.getOrDefault(goal, List.of()).stream()
                    .filter(attainment -> !attainment.when().from().isAfter(day))
                    .reduce((earlier, later) -> later)
                    .ifPresent(latest -> {
                        rated.add(new GoalAttainmentScore.Rated(Objects.requireNonNull(latest.level()), goal.weight()));
                        goals.add(goal.id());
                        used.add(latest.id());
                    });
        }
        return GoalAttainmentScore.of(rated)
                .map(value -> new GoalScore(
                        id(String.join("|", "gas-t-score", episode.id(), day.toString())),
                        scaled.get(0).patient(),
                        episode.id(),
                        day,
                        value,
                        goals,
                        used));
    }
}
