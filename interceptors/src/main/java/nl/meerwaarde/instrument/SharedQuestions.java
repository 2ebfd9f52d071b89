package nl.meerwaarde.instrument;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;

/** What questions that are asked as others must keep to, so that the answer to one is an answer to the other. */
final class SharedQuestions {
    private SharedQuestions() {}

    static void check(List<SharedQuestion> shared, List<Question> questions, List<Problem> problems) {
        Map<String, Question> byLinkId = questions.stream()
                .flatMap(Question::withDescendants)
                .collect(Collectors.toMap(Question::linkId, Function.identity(), (first, second) -> first));
        for (SharedQuestion pair : shared) {
            Question filled = byLinkId.get(pair.linkId());
            Question asked = byLinkId.get(pair.askedAs());
            if (filled == null || asked == null || asked.calculated() || !asked.takesAnswers()) {
                problem(problems, pair, "which is no question that a patient answers.");
            } else if (asked.type() != filled.type()
                    || !asked.children().isEmpty()
                    || !filled.children().isEmpty()) {
                problem(problems, pair, "which has another type, or one of the two has items below it.");
            } else if (!answers(asked).equals(answers(filled))) {
                problem(problems, pair, "which has other answers.");
            }
        }
    }

    private static Set<String> answers(Question question) {
        return question.options().stream()
                .map(option -> InstrumentRules.value(option.value()))
                .collect(Collectors.toSet());
    }

    private static void problem(List<Problem> problems, SharedQuestion pair, String what) {
        problems.add(new Problem(
                ProblemCode.INVALID_DEFINITION,
                ScoreReading.path(pair.linkId()),
                "The item '" + pair.linkId() + "' is asked as '" + pair.askedAs() + "', " + what));
    }
}
