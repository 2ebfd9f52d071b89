package nl.meerwaarde.instrument;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.meerwaarde.fhir.ExtensionLookup;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.instance.model.api.IBaseHasExtensions;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.EnableWhenBehavior;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemAnswerOptionComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Reading the SDC and core extensions of Questionnaires. */
public final class QuestionnaireExtensions {
    private QuestionnaireExtensions() {}

    /** Whether the extension is there with the value true. */
    public static boolean flag(IBaseHasExtensions element, String url) {
        return element.getExtension().stream()
                .filter(extension -> url.equals(extension.getUrl()))
                .anyMatch(extension -> extension.getValue() instanceof BooleanType value && value.booleanValue());
    }

    /** The Expression in an extension; empty when there is none. */
    public static Optional<Expression> expression(IBaseHasExtensions element, String url) {
        return value(element, url) instanceof Expression expression ? Optional.of(expression) : Optional.empty();
    }

    static Question.Bounds bounds(QuestionnaireItemComponent item) {
        return new Question.Bounds(
                value(item, Canonicals.CoreExtensions.MIN_VALUE),
                value(item, Canonicals.CoreExtensions.MAX_VALUE),
                item.hasMaxLength() ? item.getMaxLength() : null,
                integer(item, Canonicals.CoreExtensions.MAX_DECIMAL_PLACES),
                integer(item, Canonicals.CoreExtensions.MIN_OCCURS),
                integer(item, Canonicals.CoreExtensions.MAX_OCCURS));
    }

    /** R4 asks for a behaviour only when there are several conditions; a single one is the same either way. */
    static EnableWhenBehavior behavior(QuestionnaireItemComponent item) {
        return item.hasEnableBehavior() ? item.getEnableBehavior() : EnableWhenBehavior.ALL;
    }

    /** The weight stands on the option or on its Coding, as {@code ordinalValue} or {@code itemWeight}: forms in the wild do all four. */
    static Optional<BigDecimal> weight(QuestionnaireItemAnswerOptionComponent option) {
        Optional<BigDecimal> onOption = weightOn(option);
        return onOption.isPresent() ? onOption : weightOn(option.getValue());
    }

    static Optional<BigDecimal> weightOn(@Nullable Element element) {
        if (element == null) {
            return Optional.empty();
        }
        return element.getExtension().stream()
                .filter(extension -> Canonicals.CoreExtensions.ORDINAL_VALUE.equals(extension.getUrl())
                        || Canonicals.CoreExtensions.ITEM_WEIGHT.equals(extension.getUrl()))
                .map(Extension::getValue)
                .filter(value -> value != null && value.isPrimitive() && value.hasPrimitiveValue())
                .map(value -> new BigDecimal(value.primitiveValue()))
                .findFirst();
    }

    private static @Nullable Integer integer(Element element, String url) {
        return value(element, url) instanceof IntegerType value ? value.getValue() : null;
    }

    /** The value of the first extension with this address, null when there is none. */
    public static @Nullable Type value(IBaseHasExtensions element, String url) {
        return ExtensionLookup.value(all(element, url), url).orElse(null);
    }

    /** Every extension with this address, in order. */
    public static List<Extension> all(IBaseHasExtensions element, String url) {
        return element.getExtension().stream()
                .filter(extension -> url.equals(extension.getUrl()))
                .map(Extension.class::cast)
                .toList();
    }

    /** The unit that the answers to a numeric item have; empty when it names none. */
    public static Optional<Coding> unit(QuestionnaireItemComponent item) {
        return value(item, Canonicals.CoreExtensions.QUESTIONNAIRE_UNIT) instanceof Coding unit
                ? Optional.of(unit)
                : Optional.empty();
    }

    /** The names of the variables of a form as a whole, in order. */
    public static List<String> variables(Questionnaire questionnaire) {
        return all(questionnaire, Canonicals.CoreExtensions.VARIABLE).stream()
                .map(Extension::getValue)
                .filter(Expression.class::isInstance)
                .map(expression -> ((Expression) expression).getName())
                .filter(Objects::nonNull)
                .toList();
    }

    /** The names under which expressions find what a form is launched with (SDC {@code launchContext}), in order. */
    public static List<String> launchContexts(Questionnaire questionnaire) {
        return all(questionnaire, Canonicals.SdcExtensions.LAUNCH_CONTEXT).stream()
                .map(context -> value(context, "name"))
                .map(name ->
                        name instanceof Coding coding ? coding.getCode() : name == null ? null : name.primitiveValue())
                .filter(Objects::nonNull)
                .toList();
    }
}
