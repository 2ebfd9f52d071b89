package nl.meerwaarde.instrument;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Code;
import org.hl7.fhir.r4.model.Questionnaire;
import org.jspecify.annotations.Nullable;

/**
 * An instrument ready for use: immutable, safe to share between threads, and a pure function of its Questionnaire.
 *
 * @param canonical address and version of the Questionnaire
 * @param questionnaire the Questionnaire itself, for {@code %questionnaire}; must not be changed
 * @param questions the top-level questions and groups, in order
 * @param variables the variables of the Questionnaire and of its items, in the order in which they are declared
 * @param scores the scores, in the order in which they can be computed
 * @param alarms what answers are alarming, by linkId; questions without alarming answers are not in it
 * @param shared the questions that are asked as others
 * @param bank the item bank of an adaptive instrument, otherwise null
 * @param sideSpecific whether it is asked per side (joint), so that a response must name its side
 * @param module whether it is only part of a form, or has parts that are not put in yet, so that nobody can answer it as it is
 * @param wording whose text people see
 */
public record Instrument(
        CanonicalReference canonical,
        Questionnaire questionnaire,
        List<Question> questions,
        List<Variable> variables,
        List<ScoreRule> scores,
        Map<String, List<AlarmRule>> alarms,
        List<SharedQuestion> shared,
        @Nullable ItemBank bank,
        boolean sideSpecific,
        boolean module,
        WordingState wording) {
    /**
     * Whose text people see.
     *
     * @param required whether patients may be asked only with the owner's text
     * @param version which text of the owner lies over it, or null while there is none
     */
    public record WordingState(boolean required, @Nullable String version) {
        /** Whether patients may not be asked yet. */
        public boolean isMissing() {
            return required && version == null;
        }
    }

    public Instrument {
        questions = List.copyOf(questions);
        variables = List.copyOf(variables);
        scores = List.copyOf(scores);
        alarms = Map.copyOf(alarms);
        shared = List.copyOf(shared);
    }

    /** The question with this linkId, at any depth. */
    public Optional<Question> question(@Nullable String linkId) {
        return linkId == null
                ? Optional.empty()
                : questions.stream()
                        .flatMap(Question::withDescendants)
                        .filter(q -> q.linkId().equals(linkId))
                        .findFirst();
    }

    /** All questions by linkId, parents before children. */
    public Map<String, Question> questionsByLinkId() {
        Map<String, Question> all = new LinkedHashMap<>();
        questions.stream().flatMap(Question::withDescendants).forEach(q -> all.put(q.linkId(), q));
        return all;
    }

    /** The languages that its questions can be read in (BCP 47 tags), its own first. */
    public Set<String> languages() {
        Set<String> languages = new LinkedHashSet<>();
        if (questionnaire.hasLanguage()) {
            languages.add(questionnaire.getLanguage());
        }
        questions.stream()
                .flatMap(Question::withDescendants)
                .forEach(q -> languages.addAll(q.label().translations().keySet()));
        return languages;
    }

    /** The variables that every expression sees. */
    public Scope scope() {
        return Scope.at(null, questions, variables);
    }

    /** The variables that an expression on this item sees. */
    public Scope scopeAt(String linkId) {
        return Scope.at(linkId, questions, variables);
    }

    /** Whether the item with this linkId holds a score. */
    public boolean isScore(String linkId) {
        return scores.stream().anyMatch(score -> score.linkId().equals(linkId));
    }

    /** The codes of the scores that become Observations. */
    public List<Code> scoreCodes() {
        return scores.stream().filter(ScoreRule::extracted).map(ScoreRule::code).toList();
    }
}
