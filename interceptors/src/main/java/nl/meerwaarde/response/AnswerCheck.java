package nl.meerwaarde.response;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.instrument.Question;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Checks single answers: data type, allowed options, range, length. Problems never quote free text, which may hold a patient's words. */
final class AnswerCheck {
    private static final int MOST_OPTIONS_NAMED = 12;

    private final AnswerTerminology terminology;
    private final List<Problem> problems;

    AnswerCheck(AnswerTerminology terminology, List<Problem> problems) {
        this.terminology = terminology;
        this.problems = problems;
    }

    void check(Question question, Type answer, String path) {
        if (!fits(question.type(), answer)) {
            problem(
                    ProblemCode.ANSWER_TYPE,
                    path,
                    "answer-type",
                    question.name(),
                    expectedType(question.type()),
                    answer.fhirType());
            return;
        }
        checkOption(question, answer, path);
        checkRange(question, answer, path);
        checkLength(question, answer, path);
    }

    private static boolean fits(QuestionnaireItemType type, Type answer) {
        return switch (type) {
            case BOOLEAN -> answer.fhirType().equals("boolean");
            case DECIMAL -> answer.fhirType().equals("decimal");
            case INTEGER -> answer.fhirType().equals("integer");
            case DATE -> answer.fhirType().equals("date");
            case DATETIME -> answer.fhirType().equals("dateTime");
            case TIME -> answer.fhirType().equals("time");
            case STRING, TEXT -> answer.fhirType().equals("string");
            case URL -> answer.fhirType().equals("uri");
            case OPENCHOICE ->
                answer.fhirType().equals("Coding") || answer.fhirType().equals("string");
            case CHOICE ->
                List.of("Coding", "string", "integer", "date", "time", "Reference")
                        .contains(answer.fhirType());
            case ATTACHMENT -> answer.fhirType().equals("Attachment");
            case REFERENCE -> answer.fhirType().equals("Reference");
            case QUANTITY -> answer.fhirType().equals("Quantity");
            case GROUP, DISPLAY, QUESTION, NULL -> true;
        };
    }

    private static Sentence expectedType(QuestionnaireItemType type) {
        return switch (type) {
            case CHOICE -> say("expected.choice");
            case OPENCHOICE -> say("expected.open-choice");
            case STRING, TEXT -> say("expected.text");
            case URL -> say("expected.url");
            default -> say("expected.type", type.toCode());
        };
    }

    private void checkOption(Question question, Type answer, String path) {
        boolean freeText = question.type() == QuestionnaireItemType.OPENCHOICE && answer instanceof StringType;
        if (freeText) {
            return;
        }
        if (!question.options().isEmpty() && question.option(answer).isEmpty()) {
            problem(
                    ProblemCode.ANSWER_OPTION,
                    path,
                    "answer-option",
                    shown(answer),
                    question.name(),
                    options(question));
        } else if (question.answerValueSet() != null && answer instanceof Coding coding) {
            Optional<Boolean> member = terminology.contains(question.answerValueSet(), coding);
            if (member.isPresent() && !member.get()) {
                problem(
                        ProblemCode.ANSWER_OPTION,
                        path,
                        "answer-option.value-set",
                        shown(answer),
                        question.name(),
                        question.answerValueSet());
            }
        }
    }

    private static Sentence options(Question question) {
        Sentence named = question.options().stream()
                .limit(MOST_OPTIONS_NAMED)
                .map(option -> shown(option.value()))
                .reduce((some, another) -> say("enumeration", some, another))
                .orElseThrow();
        return question.options().size() > MOST_OPTIONS_NAMED
                ? say("options-and-more", named, question.options().size() - MOST_OPTIONS_NAMED)
                : named;
    }

    /** Codes say nothing about a patient beyond the answer's own kind; a text could. */
    private static Sentence shown(Type answer) {
        if (answer instanceof Coding coding) {
            Sentence system = coding.hasSystem() ? Sentence.of(coding.getSystem()) : say("no-system");
            return system.map(named -> named + "|" + coding.getCode());
        }
        return answer instanceof StringType
                ? say("some-text")
                : Sentence.of(answer.isPrimitive() ? answer.primitiveValue() : answer.fhirType());
    }

    private void checkRange(Question question, Type answer, String path) {
        Type smallest = question.bounds().minValue();
        Type largest = question.bounds().maxValue();
        if (isBeyond(answer, smallest, -1) || isBeyond(answer, largest, 1)) {
            problem(ProblemCode.ANSWER_RANGE, path, "answer-range", question.name(), limit(smallest), limit(largest));
        }
        Integer places = question.bounds().maxDecimalPlaces();
        if (places != null
                && answer.isPrimitive()
                && answer.fhirType().equals("decimal")
                && new BigDecimal(answer.primitiveValue()).stripTrailingZeros().scale() > places) {
            problem(ProblemCode.ANSWER_RANGE, path, "answer-range.decimals", question.name(), places);
        }
    }

    private static boolean isBeyond(Type answer, @Nullable Type limit, int direction) {
        return limit != null
                && AnswerOrder.compare(answer, limit)
                        .filter(order -> Integer.signum(order) == direction)
                        .isPresent();
    }

    private static Sentence limit(@Nullable Type limit) {
        return limit == null
                ? say("any-value")
                : limit.isPrimitive() ? Sentence.of(limit.primitiveValue()) : say("given-limit");
    }

    private void checkLength(Question question, Type answer, String path) {
        Integer most = question.bounds().maxLength();
        if (most != null && answer instanceof StringType text && text.getValue().length() > most) {
            problem(
                    ProblemCode.ANSWER_LENGTH,
                    path,
                    "answer-length",
                    question.name(),
                    most,
                    text.getValue().length());
        }
    }

    private void problem(ProblemCode code, String path, String key, Object... arguments) {
        problems.add(new Problem(code, path, say(key, arguments)));
    }

    private static Sentence say(String key, Object... arguments) {
        return Sentence.beside(AnswerCheck.class, key, arguments);
    }
}
