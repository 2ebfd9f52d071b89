package nl.meerwaarde.tests.support;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.meerwaarde.questionnaires.InstrumentLibrary;

/** The scoring cases that come with each instrument. */
public final class Cases {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Cases() {}

    /**
     * Answers and what they are worth.
     *
     * @param title a sentence
     * @param answers by linkId: a code, or a number
     * @param scores by score code; empty when the score cannot be calculated
     */
    public record Case(String title, Map<String, Object> answers, Map<String, Optional<String>> scores) {}

    /** The cases of a shipped instrument. */
    public static List<Case> of(String instrument) throws IOException {
        List<Case> cases = new ArrayList<>();
        try (InputStream file = InstrumentLibrary.cases(instrument).openStream()) {
            for (JsonNode json : JSON.readTree(file).path("cases")) {
                cases.add(new Case(
                        json.path("title").asText(), answers(json.path("answers")), scores(json.path("scores"))));
            }
        }
        return cases;
    }

    private static Map<String, Object> answers(JsonNode json) {
        Map<String, Object> answers = new HashMap<>();
        json.properties()
                .forEach(answer -> answers.put(
                        answer.getKey(),
                        answer.getValue().isNumber()
                                ? answer.getValue().numberValue()
                                : answer.getValue().asText()));
        return answers;
    }

    private static Map<String, Optional<String>> scores(JsonNode json) {
        Map<String, Optional<String>> scores = new HashMap<>();
        json.properties()
                .forEach(score -> scores.put(
                        score.getKey(),
                        score.getValue().isNull()
                                ? Optional.empty()
                                : Optional.of(score.getValue().decimalValue().toPlainString())));
        return scores;
    }
}
