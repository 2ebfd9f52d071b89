package nl.meerwaarde.careplan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.meerwaarde.pathway.Pathway;
import nl.meerwaarde.pathway.Pathway.Moment;
import nl.meerwaarde.pathway.Pathway.Window;
import org.jspecify.annotations.Nullable;

/**
 * What another version of a pathway changes about what is asked when.
 *
 * @param change what happens to it
 * @param moment code of the moment
 * @param questionnaire address without version, or null when the moment itself changes
 * @param before the window it had, or null
 * @param after the window it gets, or null
 */
record PathwayDifference(
        Change change,
        String moment,
        @Nullable String questionnaire,
        @Nullable Window before,
        @Nullable Window after) {
    /** What happens. */
    enum Change {
        ADDED("added"),
        REMOVED("removed"),
        MOVED("moved");

        private final String code;

        Change(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /**
     * A version of a pathway, as it is for one episode.
     *
     * @param unchecked what is counted, and asked only when somebody wants it: {@code <moment>|<Questionnaire>}
     * @param wanted what the episode has Tasks for, likewise
     */
    record Version(Pathway pathway, Set<String> unchecked, Set<String> wanted) {
        private Set<String> asked(Moment moment) {
            return moment.questionnaires().stream()
                    .filter(questionnaire -> {
                        String name = moment.code() + "|" + questionnaire;
                        return !unchecked.contains(name) || wanted.contains(name);
                    })
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** The differences, in the order of the moments; what is only counted is none. Pure. */
    static List<PathwayDifference> between(Version one, Version other) {
        Pathway before = one.pathway();
        Pathway after = other.pathway();
        List<PathwayDifference> differences = new ArrayList<>();
        Set<String> moments = new LinkedHashSet<>();
        before.moments().forEach(moment -> moments.add(moment.code()));
        after.moments().forEach(moment -> moments.add(moment.code()));
        for (String code : moments) {
            Optional<Moment> old = before.moment(code);
            Optional<Moment> now = after.moment(code);
            if (old.isPresent() && now.isPresent()) {
                Set<String> wasAsked = one.asked(old.get());
                Set<String> isAsked = other.asked(now.get());
                differences.addAll(within(old.get(), wasAsked, now.get(), isAsked));
            } else {
                old.ifPresent(moment ->
                        differences.add(new PathwayDifference(Change.REMOVED, code, null, moment.window(), null)));
                now.ifPresent(moment ->
                        differences.add(new PathwayDifference(Change.ADDED, code, null, null, moment.window())));
            }
        }
        return differences;
    }

    private static List<PathwayDifference> within(
            Moment before, Set<String> wasAsked, Moment after, Set<String> isAsked) {
        List<PathwayDifference> differences = new ArrayList<>();
        if (!before.window().equals(after.window()) || before.targetDay() != after.targetDay()) {
            differences.add(new PathwayDifference(Change.MOVED, before.code(), null, before.window(), after.window()));
        }
        without(wasAsked, isAsked)
                .forEach(questionnaire -> differences.add(
                        new PathwayDifference(Change.REMOVED, before.code(), questionnaire, before.window(), null)));
        without(isAsked, wasAsked)
                .forEach(questionnaire -> differences.add(
                        new PathwayDifference(Change.ADDED, before.code(), questionnaire, null, after.window())));
        return differences;
    }

    private static Set<String> without(Set<String> one, Set<String> other) {
        Set<String> questionnaires = new TreeSet<>(one);
        questionnaires.removeAll(other);
        return questionnaires;
    }
}
