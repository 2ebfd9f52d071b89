package nl.meerwaarde.itemresponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Estimates and information as {@code graded-response.py} computes them: over the whole line and with 30 digits. */
class GradedResponseCasesTest {
    private static final double ROUNDING = 1e-9;

    @TestFactory
    Stream<DynamicTest> estimates() {
        return each("estimates", expected -> {
            List<GradedAnswer> answers = stream(expected.path("answers"))
                    .map(answer -> new GradedAnswer(
                            item(answer), answer.path("category").asInt()))
                    .toList();
            Ability ability = Ability.of(answers);
            assertThat(ability.theta()).isCloseTo(number(expected, "theta"), within(ROUNDING));
            assertThat(ability.standardError()).isCloseTo(number(expected, "standardError"), within(ROUNDING));
        });
    }

    @TestFactory
    Stream<DynamicTest> information() {
        return each(
                "information",
                expected -> assertThat(item(expected).information(number(expected, "at")))
                        .isCloseTo(number(expected, "information"), within(ROUNDING)));
    }

    private static Stream<DynamicTest> each(String what, Consumer<JsonNode> check) {
        return stream(cases().path(what))
                .map(expected -> dynamicTest(expected.path("title").asText(), () -> check.accept(expected)));
    }

    private static GradedItem item(JsonNode item) {
        return new GradedItem(
                number(item, "discrimination"),
                stream(item.path("thresholds"))
                        .map(threshold -> Double.valueOf(threshold.asText()))
                        .toList());
    }

    /** Numbers stand there as text, with all their digits. */
    private static double number(JsonNode of, String name) {
        return Double.parseDouble(of.path(name).asText());
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode cases() {
        try (InputStream json =
                Objects.requireNonNull(GradedResponseCasesTest.class.getResourceAsStream("cases.json"))) {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
