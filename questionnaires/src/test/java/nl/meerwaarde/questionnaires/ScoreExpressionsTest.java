package nl.meerwaarde.questionnaires;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The score expressions give what {@code cases.json} and {@code states.csv} say, by value. */
class ScoreExpressionsTest {

    static Stream<Instrument> instruments() {
        return Instrument.withItems();
    }

    @TestFactory
    Stream<DynamicContainer> cases() {
        return instruments().map(instrument -> {
            ScoreExpressions expressions = new ScoreExpressions(instrument);
            return dynamicContainer(
                    instrument.id(),
                    instrument.cases().cases().stream()
                            .map(each -> dynamicTest(
                                    each.title(),
                                    () -> assertThat(values(expressions.calculate(instrument.response(each.answers()))))
                                            .isEqualTo(plain(each.scores())))));
        });
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void everyState(Instrument instrument) {
        ScoreExpressions expressions = new ScoreExpressions(instrument);

        assertThat(instrument.states()).allSatisfy(row -> {
            Map<String, BigDecimal> calculated =
                    values(expressions.calculate(instrument.response(instrument.answersOfState(row.get("state")))));
            Map<String, BigDecimal> expected = expected(row);
            calculated.keySet().retainAll(expected.keySet());
            assertThat(calculated).isEqualTo(expected);
        });
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void orderOfItemsDoesNotMatter(Instrument instrument) {
        ScoreExpressions expressions = new ScoreExpressions(instrument);
        List<Map<String, BigDecimal>> inOrder = new ArrayList<>();
        List<Map<String, BigDecimal>> reversed = new ArrayList<>();

        for (Instrument.Case each : instrument.cases().cases()) {
            QuestionnaireResponse response = instrument.response(each.answers());
            inOrder.add(values(expressions.calculate(response)));
            Collections.reverse(response.getItem());
            reversed.add(values(expressions.calculate(response)));
        }

        assertThat(reversed).isEqualTo(inOrder);
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void itemsWithoutAnswersGiveNoScore(Instrument instrument) {
        QuestionnaireResponse response = new QuestionnaireResponse();
        instrument.questionnaire().getItem().forEach(item -> response.addItem().setLinkId(item.getLinkId()));

        assertThat(new ScoreExpressions(instrument).calculate(response).values())
                .hasSameSizeAs(instrument.scoreItems())
                .allMatch(Optional::isEmpty);
    }

    /** To refuse such responses is the validator's task; the expressions must only not break before it speaks. */
    @ParameterizedTest
    @MethodSource("instruments")
    void expressionsSurviveWhatTheValidatorRefuses(Instrument instrument) {
        ScoreExpressions expressions = new ScoreExpressions(instrument);
        QuestionnaireResponse complete =
                instrument.response(instrument.cases().cases().get(0).answers());

        QuestionnaireResponse itemsTwice = complete.copy();
        complete.copy().getItem().forEach(itemsTwice::addItem);
        QuestionnaireResponse answersTwice = complete.copy();
        answersTwice
                .getItem()
                .forEach(item -> item.addAnswer(item.getAnswerFirstRep().copy()));
        QuestionnaireResponse foreignAnswers = complete.copy();
        foreignAnswers.getItem().stream()
                .filter(item -> item.getAnswerFirstRep().hasValueCoding())
                .forEach(item -> item.getAnswerFirstRep().setValue(new Coding("http://example.org", "9", "Other")));

        assertThat(Stream.of(itemsTwice, answersTwice, foreignAnswers).map(expressions::calculate))
                .allSatisfy(scores -> assertThat(scores).hasSameSizeAs(instrument.scoreItems()));
    }

    private static Map<String, BigDecimal> values(Map<String, Optional<BigDecimal>> scores) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        scores.forEach((code, value) -> values.put(code, value.orElse(null)));
        return plain(values);
    }

    /** Without trailing zeros, so that equality is equality by value. */
    private static Map<String, BigDecimal> plain(Map<String, BigDecimal> scores) {
        Map<String, BigDecimal> plain = new LinkedHashMap<>(scores);
        plain.replaceAll((code, value) -> value == null ? null : value.stripTrailingZeros());
        return plain;
    }

    private static Map<String, BigDecimal> expected(Map<String, String> row) {
        Map<String, BigDecimal> expected = new LinkedHashMap<>();
        row.forEach((column, value) -> {
            if (!column.equals("state")) {
                expected.put(column, new BigDecimal(value));
            }
        });
        return plain(expected);
    }
}
