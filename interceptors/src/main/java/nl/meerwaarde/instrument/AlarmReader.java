package nl.meerwaarde.instrument;

import static nl.meerwaarde.instrument.QuestionnaireExtensions.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemAnswerOptionComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Reads the extensions {@code alarming-answer} and {@code alarming-range}. One that could never raise its alert is a problem: nobody would notice. */
final class AlarmReader {
    private static final Set<QuestionnaireItemType> NUMBERS =
            Set.of(QuestionnaireItemType.INTEGER, QuestionnaireItemType.DECIMAL, QuestionnaireItemType.QUANTITY);

    private final List<Problem> problems;

    AlarmReader(List<Problem> problems) {
        this.problems = problems;
    }

    List<AlarmRule> rules(QuestionnaireItemComponent item, String path) {
        List<AlarmRule> rules = new ArrayList<>();
        List<QuestionnaireItemAnswerOptionComponent> options = item.getAnswerOption();
        for (int i = 0; i < options.size(); i++) {
            addOption(options.get(i), path + ".answerOption[" + i + "]", rules);
        }
        for (Extension range : item.getExtensionsByUrl(Extensions.ALARMING_RANGE)) {
            addRange(item, range, path, rules);
        }
        if (item.hasExtension(Extensions.ALARMING_ANSWER)) {
            problem(
                    path,
                    "The extension alarming-answer belongs on an answer option; for numbers there is alarming-range.");
        }
        return rules;
    }

    private void addOption(QuestionnaireItemAnswerOptionComponent option, String path, List<AlarmRule> rules) {
        for (Extension alarm : option.getExtensionsByUrl(Extensions.ALARMING_ANSWER)) {
            String alert = text(alarm.getValue());
            if (alert.isBlank() || !option.hasValue()) {
                problem(
                        path,
                        "The extension alarming-answer needs the code of an alert (valueCode), on an option with a value.");
            } else {
                rules.add(new AlarmRule.Option(alert, option.getValue()));
            }
        }
    }

    private void addRange(QuestionnaireItemComponent item, Extension range, String path, List<AlarmRule> rules) {
        String alert = text(value(range, "alert"));
        BigDecimal minimum = number(value(range, "minimum"));
        BigDecimal maximum = number(value(range, "maximum"));
        if (alert.isBlank() || minimum == null && maximum == null) {
            problem(
                    path,
                    "The extension alarming-range needs an alert (valueCode), and a minimum, a maximum (valueDecimal) or both.");
        } else if (!item.hasType() || !NUMBERS.contains(item.getType())) {
            problem(path, "The extension alarming-range belongs on a question that takes a number.");
        } else if (minimum != null && maximum != null && minimum.compareTo(maximum) > 0) {
            problem(path, "No number lies in this alarming-range: its minimum is above its maximum.");
        } else {
            rules.add(new AlarmRule.Range(alert, minimum, maximum));
        }
    }

    private static String text(@Nullable Type value) {
        return value != null && value.hasPrimitiveValue() ? value.primitiveValue() : "";
    }

    private static @Nullable BigDecimal number(@Nullable Type value) {
        try {
            return text(value).isEmpty() ? null : new BigDecimal(text(value));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private void problem(String path, String sentence) {
        problems.add(new Problem(ProblemCode.INVALID_DEFINITION, path + ".extension", sentence));
    }
}
