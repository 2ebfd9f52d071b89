package nl.meerwaarde.instrument;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.Sentence;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.model.Questionnaire.EnableWhenBehavior;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemEnableWhenComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * A question, group or display text of an instrument with the rules its answers keep.
 *
 * @param linkId unique within the instrument
 * @param label the item's own text, empty when it has none
 * @param type what kind of item
 * @param required whether a completed response must answer it when it is enabled
 * @param repeats whether it may have several answers (or, for a group, occur several times)
 * @param calculated whether the server computes the answer, so that a client's value is replaced
 * @param options the allowed answers; empty when any answer of the type is allowed or a value set says which
 * @param answerValueSet canonical of the value set of allowed answers, or null
 * @param bounds limits on the answers
 * @param enableWhen when the question is asked
 * @param children the items below it
 */
public record Question(
        String linkId,
        Sentence label,
        QuestionnaireItemType type,
        boolean required,
        boolean repeats,
        boolean calculated,
        List<AnswerOption> options,
        @Nullable String answerValueSet,
        Bounds bounds,
        EnableWhen enableWhen,
        List<Question> children) {
    public Question {
        options = List.copyOf(options);
        children = List.copyOf(children);
    }

    /** The item itself, then everything below it, depth first. */
    public Stream<Question> withDescendants() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Question::withDescendants));
    }

    /** Whether this item takes answers at all. */
    public boolean takesAnswers() {
        return type != QuestionnaireItemType.GROUP && type != QuestionnaireItemType.DISPLAY;
    }

    /** The option that equals the given answer (by system and code for a Coding). */
    public Optional<AnswerOption> option(Type answer) {
        return options.stream().filter(option -> option.matches(answer)).findFirst();
    }

    /** How the item is called in a sentence: {@code 'oks-01' (Usual pain)}. */
    public Sentence name() {
        return label.map(text -> text.isEmpty() ? "'" + linkId + "'" : "'" + linkId + "' (" + text + ")");
    }

    /**
     * Limits on the answers of a question; a null limit does not apply.
     *
     * @param minValue smallest value: a decimal, integer, date, dateTime, time or Quantity
     * @param maxValue largest value
     * @param maxLength most characters of a text
     * @param maxDecimalPlaces most digits after the decimal point
     * @param minOccurs fewest answers of a completed response
     * @param maxOccurs most answers
     */
    public record Bounds(
            @Nullable Type minValue,
            @Nullable Type maxValue,
            @Nullable Integer maxLength,
            @Nullable Integer maxDecimalPlaces,
            @Nullable Integer minOccurs,
            @Nullable Integer maxOccurs) {}

    /**
     * When a question is asked.
     *
     * @param conditions the R4 {@code enableWhen} conditions; empty means always
     * @param behavior how several conditions combine
     * @param expressionText SDC {@code enableWhenExpression} as written, or null
     * @param expression the same parsed, or null
     */
    public record EnableWhen(
            List<QuestionnaireItemEnableWhenComponent> conditions,
            EnableWhenBehavior behavior,
            @Nullable String expressionText,
            @Nullable ExpressionNode expression) {
        public EnableWhen {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * An allowed answer.
     *
     * @param value the answer
     * @param weight its numeric value for scoring ({@code ordinalValue} or {@code itemWeight}), or null
     */
    public record AnswerOption(Type value, @Nullable BigDecimal weight) {
        boolean matches(Type answer) {
            return Answer.sameValue(value, answer);
        }
    }
}
