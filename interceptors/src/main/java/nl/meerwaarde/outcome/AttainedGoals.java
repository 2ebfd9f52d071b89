package nl.meerwaarde.outcome;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.meerwaarde.record.RecordEntry;
import org.jspecify.annotations.Nullable;

/**
 * Whether personal goals were reached, by the last attainment that was confirmed. A proposal says nothing, and neither does a goal that was not reached
 * yet while its due day is not over.
 *
 * @param reached by id of the Goal; without those of which it is not known yet
 */
record AttainedGoals(Map<String, Boolean> reached) {
    private static final Set<String> CONFIRMED = Set.of("final", "amended", "corrected");

    static AttainedGoals of(List<RecordEntry> record) {
        Map<String, RecordEntry.Attainment> last = new HashMap<>();
        OutcomeDerivation.entries(record, RecordEntry.Attainment.class)
                .filter(attainment -> CONFIRMED.contains(attainment.status()))
                .sorted(Comparator.comparing((RecordEntry.Attainment attainment) ->
                                attainment.when().from())
                        .thenComparing(RecordEntry.Attainment::id))
                .forEach(attainment -> last.put(attainment.goal(), attainment));
        Map<String, Boolean> reached = new HashMap<>();
        OutcomeDerivation.entries(record, RecordEntry.PersonalGoal.class).forEach(goal -> {
            RecordEntry.Attainment attainment = last.get(goal.id());
            Boolean result = attainment == null ? null : result(goal, attainment);
            if (result != null) {
                reached.put(goal.id(), result);
            }
        });
        return new AttainedGoals(reached);
    }

    /** Null when the attainment is of another kind than the goal, or the goal can still be reached in time. */
    private static @Nullable Boolean result(RecordEntry.PersonalGoal goal, RecordEntry.Attainment attainment) {
        Boolean reached = goal.wanted() == null ? attainment.reached() : isReached(goal.wanted(), attainment.level());
        boolean overdue = goal.due() != null && attainment.when().from().isAfter(goal.due());
        return Boolean.FALSE.equals(reached) && !overdue ? null : reached;
    }

    private static @Nullable Boolean isReached(int wanted, @Nullable Integer level) {
        return level == null ? null : level >= wanted;
    }

    /** The goals of an episode. */
    Outcomes.Goals of(RecordEntry.Episode episode) {
        List<Boolean> rated = episode.goals().stream()
                .map(reached::get)
                .filter(Objects::nonNull)
                .toList();
        int attained = Math.toIntExact(rated.stream().filter(is -> is).count());
        return new Outcomes.Goals(rated.size(), attained);
    }
}
