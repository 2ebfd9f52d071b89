package nl.meerwaarde.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.questionnaires.InstrumentLibrary;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The server's calculator over the cases that come with each instrument, and over every health state of the EQ-5D. */
class ScoreCasesTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final List<String> EQ_5D_DIMENSIONS =
            List.of("mobility", "self-care", "usual-activities", "pain-discomfort", "anxiety-depression");

    private final ScoreCalculator calculator = new ScoreCalculator(Instruments.FHIR_PATH);

    @TestFactory
    Stream<DynamicTest> everyCase() {
        return InstrumentLibrary.instruments().stream().flatMap(this::casesOf);
    }

    private Stream<DynamicTest> casesOf(String id) {
        Instrument instrument = Instruments.shipped(id);
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode testCase : read(InstrumentLibrary.cases(id)).path("cases")) {
            tests.add(dynamicTest(id + ": " + testCase.path("title").asText(), () -> {
                Map<String, Object> answers = new HashMap<>();
                testCase.path("answers")
                        .fields()
                        .forEachRemaining(answer -> answers.put(
                                answer.getKey(),
                                answer.getValue().isNumber()
                                        ? (Object) answer.getValue().numberValue()
                                        : answer.getValue().textValue()));
                Map<String, Optional<BigDecimal>> expected = new HashMap<>();
                testCase.path("scores")
                        .fields()
                        .forEachRemaining(score -> expected.put(
                                score.getKey(),
                                score.getValue().isNull()
                                        ? Optional.empty()
                                        : Optional.of(score.getValue().decimalValue())));
                Map<String, Optional<BigDecimal>> actual = scores(instrument, answers);
                assertThat(actual.keySet()).containsAll(expected.keySet());
                expected.forEach((code, value) -> assertThat(actual.get(code).map(BigDecimal::stripTrailingZeros))
                        .as(code)
                        .isEqualTo(value.map(BigDecimal::stripTrailingZeros)));
            }));
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> everyState() {
        return InstrumentLibrary.instruments().stream()
                .filter(id -> InstrumentLibrary.states(id).isPresent())
                .map(id -> dynamicTest(id, () -> everyStateOf(id)));
    }

    private void everyStateOf(String id) throws IOException {
        Instrument instrument = Instruments.shipped(id);
        int states = 0;
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                InstrumentLibrary.states(id).orElseThrow().openStream(), StandardCharsets.UTF_8))) {
            String[] columns = table.readLine().split(",");
            for (String line = table.readLine(); line != null; line = table.readLine()) {
                String[] row = line.split(",");
                Map<String, Optional<BigDecimal>> scores = scores(instrument, state(row[0]));
                for (int i = 1; i < columns.length; i++) {
                    assertThat(scores.get(columns[i]).orElseThrow())
                            .as(row[0] + " " + columns[i])
                            .isEqualByComparingTo(row[i]);
                }
                states++;
            }
        }
        assertThat(states).isEqualTo(id.equals("eq-5d-3l") ? 243 : 3125);
    }

    private static Map<String, String> state(String digits) {
        Map<String, String> answers = new HashMap<>();
        for (int i = 0; i < digits.length(); i++) {
            answers.put(EQ_5D_DIMENSIONS.get(i), digits.substring(i, i + 1));
        }
        return answers;
    }

    private Map<String, Optional<BigDecimal>> scores(Instrument instrument, Map<String, ?> answers) {
        return calculator.calculate(instrument, ResponseMaker.response(instrument, answers)).stream()
                .collect(Collectors.toMap(
                        result -> result.rule().code().code(),
                        result -> result instanceof ScoreResult.Calculated calculated
                                ? Optional.of(calculated.value())
                                : Optional.empty()));
    }

    private static JsonNode read(URL json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
