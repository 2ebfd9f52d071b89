package nl.meerwaarde.population;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.Conversion;
import nl.meerwaarde.instrument.Question;
import nl.meerwaarde.instrument.QuestionnaireExtensions;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Type;

/** Values of a record as answers to a question: the same meaning in the type that the question asks for, or none. */
final class AnswerValues {
    private AnswerValues() {}

    /** The value as an answer; empty when it means nothing as one. Whether it is an allowed answer is another matter. */
    static Optional<Type> answer(QuestionnaireItemComponent item, Question question, Base value) {
        return switch (question.type()) {
            case BOOLEAN -> Conversion.to("boolean", value);
            case DECIMAL -> number("decimal", item, value);
            case INTEGER -> number("integer", item, value);
            case DATE -> Conversion.to("date", value);
            case DATETIME -> Conversion.to("dateTime", value);
            case TIME -> Conversion.to("time", value);
            case STRING, TEXT -> Conversion.to("string", value);
            case URL -> Conversion.to("uri", value);
            case CHOICE -> choice(question, value);
            case OPENCHOICE -> {
                Optional<Type> chosen = choice(question, value);
                yield chosen.isPresent() ? chosen : Conversion.to("string", value);
            }
            case QUANTITY -> Conversion.to("Quantity", value).filter(quantity -> hasUnitOf(item, (Quantity) quantity));
            case REFERENCE -> Conversion.to("Reference", value);
            case ATTACHMENT -> Conversion.to("Attachment", value);
            case GROUP, DISPLAY, QUESTION, NULL -> Optional.empty();
        };
    }

    /** A quantity is a number only in the very unit the question counts in, and only when it is exact. */
    private static Optional<Type> number(String type, QuestionnaireItemComponent item, Base value) {
        if (!(value instanceof Quantity quantity)) {
            return Conversion.to(type, value);
        }
        Optional<Coding> unit = QuestionnaireExtensions.unit(item);
        return unit.isPresent() && quantity.hasValue() && !quantity.hasComparator() && isIn(quantity, unit.get())
                ? Conversion.to(type, quantity.getValueElement())
                : Optional.empty();
    }

    private static boolean hasUnitOf(QuestionnaireItemComponent item, Quantity quantity) {
        List<Coding> units = Stream.concat(
                        QuestionnaireExtensions.unit(item).stream(),
                        QuestionnaireExtensions.all(item, Canonicals.CoreExtensions.UNIT_OPTION).stream()
                                .map(Extension::getValue)
                                .filter(Coding.class::isInstance)
                                .map(Coding.class::cast))
                .toList();
        return quantity.hasValue() && (units.isEmpty() || units.stream().anyMatch(unit -> isIn(quantity, unit)));
    }

    private static boolean isIn(Quantity quantity, Coding unit) {
        return Objects.equals(quantity.getSystem(), unit.getSystem())
                && Objects.equals(quantity.getCode(), unit.getCode());
    }

    private static Optional<Type> choice(Question question, Base value) {
        if (value.fhirType().equals("code")) {
            return withCode(question, value.primitiveValue());
        }
        if (value instanceof CodeableConcept concept) {
            Optional<Type> option = concept.getCoding().stream()
                    .map(coding -> optionOf(question, coding))
                    .flatMap(Optional::stream)
                    .findFirst();
            return option.isPresent() || !question.options().isEmpty() ? option : Conversion.to("Coding", concept);
        }
        if (value instanceof Coding coding) {
            Optional<Type> option = optionOf(question, coding);
            return option.isPresent() ? option : Optional.of(coding.copy());
        }
        return question.options().stream()
                .map(option -> Conversion.to(option.value().fhirType(), value))
                .flatMap(Optional::stream)
                .filter(converted -> question.option(converted).isPresent())
                .findFirst();
    }

    /** A bare code means the option with that code, when there is one such. */
    private static Optional<Type> withCode(Question question, String code) {
        List<Type> options = question.options().stream()
                .map(Question.AnswerOption::value)
                .filter(option -> option instanceof Coding coding && code.equals(coding.getCode()))
                .map(AnswerValues::plain)
                .toList();
        return options.size() == 1 ? Optional.of(options.get(0)) : Optional.empty();
    }

    /** In the words of the form, so that it shows what it would show if it were chosen by hand. */
    private static Optional<Type> optionOf(Question question, Type answer) {
        return question.option(answer).map(option -> plain(option.value()));
    }

    /** Without the weight, which belongs to the form. */
    static Type plain(Type value) {
        Type plain = value.copy();
        plain.setExtension(null);
        return plain;
    }
}
