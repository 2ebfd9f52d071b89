package nl.meerwaarde.response;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.meerwaarde.instrument.Answer;
import nl.meerwaarde.instrument.FhirPath;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.Question;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Questionnaire.EnableWhenBehavior;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemEnableWhenComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * Which questions are asked, given the answers ({@code enableWhen} and SDC {@code enableWhenExpression}; with both, both must hold). A condition
 * looks at all answers to the question it names; it holds when any of them satisfies it.
 *
 * @see <a href="https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.enableWhen">Questionnaire.item.enableWhen</a>
 */
public final class Enablement {
    private final FhirPath fhirPath;
    private final QuestionnaireResponse response;
    private final Map<String, List<Type>> answersByLinkId = new HashMap<>();
    private final Instrument instrument;
    private @Nullable ResponseContext context;

    public Enablement(FhirPath fhirPath, Instrument instrument, QuestionnaireResponse response) {
        this.fhirPath = fhirPath;
        this.instrument = instrument;
        this.response = withSharedAnswers(instrument, response);
        this.response.getItem().forEach(this::collect);
    }

    /** A condition may look at a question that was asked as another. */
    private static QuestionnaireResponse withSharedAnswers(Instrument instrument, QuestionnaireResponse response) {
        if (instrument.shared().isEmpty()) {
            return response;
        }
        QuestionnaireResponse filled = response.copy();
        SharedAnswers.fill(instrument, filled);
        return filled;
    }

    /** Whether the question is asked, if the items it stands in are. */
    public boolean isEnabled(Question question) {
        Question.EnableWhen enableWhen = question.enableWhen();
        return conditionsHold(enableWhen) && expressionHolds(question.linkId(), enableWhen.expression());
    }

    private boolean conditionsHold(Question.EnableWhen enableWhen) {
        if (enableWhen.conditions().isEmpty()) {
            return true;
        }
        return enableWhen.behavior() == EnableWhenBehavior.ANY
                ? enableWhen.conditions().stream().anyMatch(this::holds)
                : enableWhen.conditions().stream().allMatch(this::holds);
    }

    /** Most questionnaires have no such expression; the context is only made when one does. */
    private boolean expressionHolds(String linkId, @Nullable ExpressionNode expression) {
        if (expression == null) {
            return true;
        }
        if (context == null) {
            context = new ResponseContext(fhirPath, instrument, response);
        }
        return fhirPath.holds(response, expression, context.at(linkId));
    }

    private boolean holds(QuestionnaireItemEnableWhenComponent condition) {
        List<Type> answers = answersByLinkId.getOrDefault(condition.getQuestion(), List.of());
        return switch (condition.getOperator()) {
            case EXISTS -> !answers.isEmpty() == ((BooleanType) condition.getAnswer()).booleanValue();
            case EQUAL -> answers.stream().anyMatch(answer -> Answer.sameValue(condition.getAnswer(), answer));
            case NOT_EQUAL -> answers.stream().anyMatch(answer -> !Answer.sameValue(condition.getAnswer(), answer));
            case GREATER_THAN -> compares(answers, condition, order -> order > 0);
            case LESS_THAN -> compares(answers, condition, order -> order < 0);
            case GREATER_OR_EQUAL -> compares(answers, condition, order -> order >= 0);
            case LESS_OR_EQUAL -> compares(answers, condition, order -> order <= 0);
            case NULL -> false;
        };
    }

    private static boolean compares(
            List<Type> answers,
            QuestionnaireItemEnableWhenComponent condition,
            java.util.function.IntPredicate wanted) {
        return answers.stream()
                .map(answer -> AnswerOrder.compare(answer, condition.getAnswer()))
                .flatMap(Optional::stream)
                .anyMatch(order -> wanted.test(order));
    }

    private void collect(QuestionnaireResponseItemComponent item) {
        for (QuestionnaireResponseItemAnswerComponent answer : item.getAnswer()) {
            if (answer.hasValue()) {
                answersByLinkId
                        .computeIfAbsent(item.getLinkId(), key -> new ArrayList<>())
                        .add(answer.getValue());
            }
            answer.getItem().forEach(this::collect);
        }
        item.getItem().forEach(this::collect);
    }
}
