package nl.meerwaarde.response;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
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
        String expected = expectedType(question.type());
        if (!fits(question.type(), answer)) {
            problem(
                    ProblemCode.ANSWER_TYPE,
                    path,
                    "Question " + question.name() + " expects " + expected + ", not a " + answer.fhirType() + ".");
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

    private static String expectedType(QuestionnaireItemType type) {
        return switch (type) {
            case CHOICE -> "one of its options";
            case OPENCHOICE -> "one of its options or a text";
            case STRING, TEXT -> "a text (valueString)";
            case URL -> "an address (valueUri)";
            default -> "a value of type " + type.toCode();
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
                    "The answer " + shown(answer) + " is not an option of question " + question.name()
                            + "; options are " + options(question) + ".");
        } else if (question.answerValueSet() != null && answer instanceof Coding coding) {
            Optional<Boolean> member = terminology.contains(question.answerValueSet(), coding);
            if (member.isPresent() && !member.get()) {
                problem(
                        ProblemCode.ANSWER_OPTION,
                        path,
                        "The answer " + shown(answer) + " to question " + question.name() + " is not in value set "
                                + question.answerValueSet() + ".");
            }
        }
    }

    private static String options(Question question) {
        String named = question.options().stream()
                .limit(MOST_OPTIONS_NAMED)
                .map(option -> shown(option.value()))
                .collect(Collectors.joining(", "));
        return question.options().size() > MOST_OPTIONS_NAMED
                ? named + " and " + (question.options().size() - MOST_OPTIONS_NAMED) + " more"
                : named;
    }

    /** Codes say nothing about a patient beyond the answer's own kind; a text could. */
    private static String shown(Type answer) {
        if (answer instanceof Coding coding) {
            return (coding.hasSystem() ? coding.getSystem() : "(no system)") + "|" + coding.getCode();
        }
        return answer instanceof StringType
                ? "(a text)"
                : answer.isPrimitive() ? answer.primitiveValue() : answer.fhirType();
    }

    private void checkRange(Question question, Type answer, String path) {
        Type smallest = question.bounds().minValue();
        Type largest = question.bounds().maxValue();
        if (isBeyond(answer, smallest, -1) || isBeyond(answer, largest, 1)) {
            problem(
                    ProblemCode.ANSWER_RANGE,
                    path,
                    "The answer to question " + question.name() + " must lie between " + limit(smallest) + " and "
                            + limit(largest) + ".");
        }
        Integer places = question.bounds().maxDecimalPlaces();
        if (places != null
                && answer.isPrimitive()
                && answer.fhirType().equals("decimal")
                && new BigDecimal(answer.primitiveValue()).stripTrailingZeros().scale() > places) {
            problem(
                    ProblemCode.ANSWER_RANGE,
                    path,
                    "The answer to question " + question.name() + " may have " + places + " decimals.");
        }
    }

    private static boolean isBeyond(Type answer, @Nullable Type limit, int direction) {
        return limit != null
                && AnswerOrder.compare(answer, limit)
                        .filter(order -> Integer.signum(order) == direction)
                        .isPresent();
    }

    private static String limit(@Nullable Type limit) {
        return limit == null ? "any value" : limit.isPrimitive() ? limit.primitiveValue() : "the given limit";
    }

    private void checkLength(Question question, Type answer, String path) {
        Integer most = question.bounds().maxLength();
        if (most != null && answer instanceof StringType text && text.getValue().length() > most) {
            problem(
                    ProblemCode.ANSWER_LENGTH,
                    path,
                    "The answer to question " + question.name() + " may have " + most + " characters and has "
                            + text.getValue().length() + ".");
        }
    }

    private void problem(ProblemCode code, String path, String sentence) {
        problems.add(new Problem(code, path, sentence));
    }
}
