package nl.meerwaarde.pathway;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Code;
import org.jspecify.annotations.Nullable;

/**
 * A care pathway: what is measured when, counted in days from the index event.
 *
 * @param canonical address and version of the PlanDefinition
 * @param indexCodes codes of the index procedure; empty when any procedure that is {@code basedOn} the episode is it
 * @param moments the measurement moments
 * @param events the events that are outcomes
 */
public record Pathway(CanonicalReference canonical, Set<Code> indexCodes, List<Moment> moments, List<Event> events) {
    /** The moment before the index event. */
    public static final String BASELINE = "baseline";

    public Pathway {
        indexCodes = Set.copyOf(indexCodes);
        moments = List.copyOf(moments);
        events = List.copyOf(events);
    }

    /** The moment with this code. */
    public Optional<Moment> moment(String code) {
        return moments.stream().filter(moment -> moment.code().equals(code)).findFirst();
    }

    /** Whether any moment asks this Questionnaire. */
    public boolean asks(String questionnaireUrl) {
        return moments.stream().anyMatch(moment -> moment.questionnaires().contains(questionnaireUrl));
    }

    /**
     * A measurement moment.
     *
     * @param code from the code system {@code measurement-moment}
     * @param targetDay the day it is aimed at, in days from the index event
     * @param window the days that count for it
     * @param questionnaires addresses (without version) of the Questionnaires asked
     * @param measurements codes of what the clinician records
     * @param sets outcome sets whose instruments are asked besides
     * @param onlyWith of Questionnaires that are not for everybody: the conditions and treatments of whom they are for
     */
    public record Moment(
            String code,
            int targetDay,
            Window window,
            Set<String> questionnaires,
            Set<Code> measurements,
            Set<CanonicalReference> sets,
            Map<String, Set<Code>> onlyWith) {
        public Moment {
            questionnaires = Set.copyOf(questionnaires);
            measurements = Set.copyOf(measurements);
            sets = Set.copyOf(sets);
            onlyWith = Map.copyOf(onlyWith);
        }

        /** A moment that names all its Questionnaires itself, for everybody. */
        public Moment(String code, int targetDay, Window window, Set<String> questionnaires, Set<Code> measurements) {
            this(code, targetDay, window, questionnaires, measurements, Set.of(), Map.of());
        }

        /**
         * The same moment, with what its outcome sets ask.
         *
         * @param asked the addresses, each with the conditions of whom it is asked; none: of everybody
         */
        Moment asking(Map<String, Set<Code>> asked) {
            Set<String> all = new HashSet<>(questionnaires);
            all.addAll(asked.keySet());
            Map<String, Set<Code>> conditional = new HashMap<>(asked);
            conditional.values().removeIf(Set::isEmpty);
            conditional.keySet().removeAll(questionnaires);
            return new Moment(code, targetDay, window, all, measurements, sets, conditional);
        }

        /** Whether a patient with these conditions and treatments is asked this Questionnaire. */
        public boolean asks(String questionnaire, Set<Code> conditions) {
            return questionnaires.contains(questionnaire)
                    && (!onlyWith.containsKey(questionnaire)
                            || onlyWith.get(questionnaire).stream().anyMatch(conditions::contains));
        }

        /** Whether it begins before the index event, so that there is something to ask while nobody knows its day. */
        public boolean startsBeforeIndex() {
            return window.opens() < 0;
        }

        /** Whether this is the moment before the index event, where the last answer counts instead of the nearest. */
        public boolean isBaseline() {
            return code.equals(BASELINE);
        }
    }

    /**
     * Days from the index event, both ends included; negative is before.
     *
     * @param opens the first day
     * @param closes the last day
     */
    public record Window(int opens, int closes) {
        public Window {
            if (closes < opens) {
                throw new IllegalArgumentException("A window closes (" + closes + ") before it opens (" + opens + ")");
            }
        }

        /** Whether every day from least to most lies within. */
        public boolean contains(long least, long most) {
            return least >= opens && most <= closes;
        }
    }

    /**
     * An event after the index event that is an outcome.
     *
     * @param code from the code system {@code outcome-event}
     * @param resourceType what records it: Procedure, Condition or Encounter; null when an episode of another pathway does
     * @param codes its codes; empty means every one of the type within the window counts
     * @param pathway address of the pathway whose episode is the event (a revision), or null
     * @param window when it counts
     * @param endsFollowUp whether the episode leaves the denominators of later moments
     */
    public record Event(
            String code,
            @Nullable String resourceType,
            Set<Code> codes,
            @Nullable String pathway,
            Window window,
            boolean endsFollowUp) {
        public Event {
            codes = Set.copyOf(codes);
        }
    }
}
