package nl.meerwaarde.instrument;

import java.math.BigDecimal;
import java.util.Optional;
import org.hl7.fhir.r4.model.Type;

/** The weight of an answer: the instrument's own rule first, what stands on the answer only where the instrument has none. */
public final class Weights {
    private Weights() {}

    /** The weight of this answer to this question; empty when neither the option nor the answer carries one. */
    public static Optional<BigDecimal> of(Question question, Type answer) {
        Optional<BigDecimal> ofOption = question.option(answer).map(Question.AnswerOption::weight);
        return ofOption.isPresent() || !question.options().isEmpty()
                ? ofOption
                : QuestionnaireExtensions.weightOn(answer);
    }
}
