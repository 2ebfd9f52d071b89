package nl.meerwaarde.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.meerwaarde.itemresponse.PromisParameters;
import org.hl7.fhir.r4.model.Questionnaire;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whole tests as {@code graded-response.py} sits them by itself: the same questions in the same order, as many of them, and the same scores. */
class SittingCasesTest {
    @TestFactory
    Stream<DynamicTest> ofTheMadeUpBank() {
        return sittings(ItemBanks.madeUp());
    }

    @TestFactory
    Stream<DynamicTest> ofThePromisBanks() {
        return Stream.of("anxiety", "depression").map(ItemBanks::promis).toList().stream()
                .flatMap(SittingCasesTest::sittings);
    }

    private static Stream<DynamicTest> sittings(Questionnaire bank) {
        return stream(cases().path(bank.getTitle()))
                .map(expected -> dynamicTest(
                        bank.getTitle() + " " + expected.path("title").asText(), () -> check(bank, expected)));
    }

    private static void check(Questionnaire bank, JsonNode expected) {
        Iterator<JsonNode> categories = expected.path("categories").iterator();
        Sitting sitting = new Sitting(ItemBanks.read(bank))
                .answerAll(question -> categories.next().asInt());
        List<String> asked =
                stream(expected.path("asked")).map(JsonNode::asText).toList();
        assertThat(sitting.asked()).isEqualTo(asked);
        assertThat(sitting.score(bank.getTitle() + "-t")).isEqualByComparingTo(number(expected, "tScore"));
        assertThat(sitting.score(bank.getTitle() + "-se")).isEqualByComparingTo(number(expected, "standardError"));
    }

    /** As scores are given. */
    private static BigDecimal number(JsonNode of, String name) {
        return new BigDecimal(of.path(name).asText()).setScale(4, RoundingMode.HALF_UP);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode cases() {
        try (InputStream json = Objects.requireNonNull(PromisParameters.class.getResourceAsStream("sittings.json"))) {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
