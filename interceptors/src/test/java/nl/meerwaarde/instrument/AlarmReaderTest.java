package nl.meerwaarde.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlarmReaderTest {
    private final List<Problem> problems = new ArrayList<>();
    private final QuestionnaireItemComponent item = new QuestionnaireItemComponent();

    @Test
    void anOptionIsAlarmingHoweverItIsCoded() {
        item.setType(QuestionnaireItemType.CHOICE);
        item.addAnswerOption().setValue(coding("s", "0"));
        item.addAnswerOption().setValue(coding("s", "1")).addExtension(Extensions.ALARMING_ANSWER, new CodeType("x"));
        assertAlarming(
                coding("s", "1"),
                coding("other", "1"),
                new Coding().setCode("1"),
                new StringType("1"),
                new IntegerType(1));
        assertCalm(coding("s", "0"), new Coding(), new StringType("one"), new IntegerType(10));
    }

    @Test
    void aNumberIsAlarmingHoweverItIsTyped() {
        item.setType(QuestionnaireItemType.INTEGER);
        range("2", "4.5");
        assertAlarming(new IntegerType(2), new DecimalType("4.50"), new StringType("3"), new Quantity(4));
        assertCalm(
                new IntegerType(1), new DecimalType("4.51"), new StringType("three"), new Quantity(), coding("s", "x"));
    }

    @Test
    void anAlarmThatCouldNeverSoundIsAProblem() {
        item.setType(QuestionnaireItemType.CHOICE);
        item.addAnswerOption().setValue(coding("s", "1")).addExtension(Extensions.ALARMING_ANSWER, new CodeType());
        item.addAnswerOption().addExtension(Extensions.ALARMING_ANSWER, new CodeType("x"));
        item.addExtension(Extensions.ALARMING_ANSWER, new CodeType("x"));
        range("1", null);
        read();
        assertThat(problems)
                .extracting(Problem::path)
                .containsExactly(
                        "item.answerOption[0].extension",
                        "item.answerOption[1].extension",
                        "item.extension",
                        "item.extension");
    }

    @Test
    void aRangeWithoutNumbersIsAProblem() {
        item.setType(QuestionnaireItemType.DECIMAL);
        range(null, null);
        range("5", "4");
        assertThat(read()).isEmpty();
        assertThat(problems).hasSize(2);
    }

    private void assertAlarming(Type... answers) {
        List<AlarmRule> rules = read();
        assertThat(problems).isEmpty();
        assertThat(answers)
                .allMatch(answer ->
                        rules.stream().anyMatch(rule -> rule.match(answer).isPresent()));
    }

    private void assertCalm(Type... answers) {
        List<AlarmRule> rules = read();
        assertThat(answers)
                .noneMatch(answer ->
                        rules.stream().anyMatch(rule -> rule.match(answer).isPresent()));
    }

    private List<AlarmRule> read() {
        return new AlarmReader(problems).rules(item, "item");
    }

    private void range(@Nullable String minimum, @Nullable String maximum) {
        Extension range = item.addExtension();
        range.setUrl(Extensions.ALARMING_RANGE);
        range.addExtension("alert", new CodeType("x"));
        if (minimum != null) {
            range.addExtension("minimum", new DecimalType(minimum));
        }
        if (maximum != null) {
            range.addExtension("maximum", new DecimalType(maximum));
        }
    }

    private static Coding coding(String system, String code) {
        return new Coding().setSystem(system).setCode(code);
    }
}
