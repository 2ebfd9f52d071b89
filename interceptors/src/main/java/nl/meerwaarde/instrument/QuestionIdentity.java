package nl.meerwaarde.instrument;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meerwaarde.fhir.Code;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;

/**
 * What makes questions of different instruments the same question, so that somebody need answer it once: they share an item code and take the same answers.
 * The code alone is not enough: both versions of the EQ-5D ask for mobility, one with three levels and one with five.
 *
 * @param keys one per item code; empty for a question without a code or with items below it, which is like no other
 */
public record QuestionIdentity(Set<String> keys) {
    public QuestionIdentity {
        keys = Set.copyOf(keys);
    }

    /** The questions of an instrument that somebody answers, in order; also those that are asked under a condition. */
    public static List<QuestionIdentity> questionsOf(Instrument instrument) {
        Map<String, List<Code>> codes = new HashMap<>();
        collectCodes(instrument.questionnaire().getItem(), codes);
        return instrument.questions().stream()
                .flatMap(Question::withDescendants)
                .filter(question -> question.takesAnswers() && !question.calculated())
                .map(question -> of(question, codes.getOrDefault(question.linkId(), List.of())))
                .toList();
    }

    private static void collectCodes(List<QuestionnaireItemComponent> items, Map<String, List<Code>> codes) {
        for (QuestionnaireItemComponent item : items) {
            codes.put(
                    String.valueOf(item.getLinkId()),
                    item.getCode().stream()
                            .flatMap(code -> Code.of(code).stream())
                            .toList());
            collectCodes(item.getItem(), codes);
        }
    }

    private static QuestionIdentity of(Question question, List<Code> codes) {
        if (!question.children().isEmpty()) {
            return new QuestionIdentity(Set.of());
        }
        String answers = answers(question);
        return new QuestionIdentity(
                codes.stream().map(code -> code.key() + " " + answers).collect(Collectors.toSet()));
    }

    private static String answers(Question question) {
        return question.type().toCode() + " " + question.answerValueSet()
                + question.options().stream()
                        .map(option -> InstrumentRules.value(option.value()))
                        .sorted()
                        .toList();
    }
}
