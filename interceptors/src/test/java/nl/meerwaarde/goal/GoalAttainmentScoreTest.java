package nl.meerwaarde.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.meerwaarde.goal.GoalAttainmentScore.Rated;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The formula gives what its publishers print. */
class GoalAttainmentScoreTest {
    @TestFactory
    Stream<DynamicTest> workedExamples() throws IOException {
        return StreamSupport.stream(file().path("cases").spliterator(), false)
                .map(it -> DynamicTest.dynamicTest(it.toString(), () -> {
                    List<Rated> goals = new ArrayList<>();
                    for (int i = 0; i < it.path("levels").size(); i++) {
                        goals.add(new Rated(
                                it.path("levels").get(i).asInt(),
                                it.has("weights") ? it.path("weights").get(i).asInt() : 1));
                    }
                    if (it.path("score").isNull()) {
                        assertThat(GoalAttainmentScore.of(goals)).isEmpty();
                    } else {
                        assertThat(GoalAttainmentScore.of(goals))
                                .hasValueSatisfying(score -> assertThat(score)
                                        .isEqualByComparingTo(it.path("score").decimalValue()));
                    }
                }));
    }

    /** The published factors: by how much the score rises when one of n equally weighted goals rises a level. */
    @Test
    void oneLevelIsWorthThePublishedFactor() throws IOException {
        file().path("pointsPerLevelWithEqualWeights").properties().forEach(factor -> {
            int goals = Integer.parseInt(factor.getKey());
            List<Rated> one = new ArrayList<>(Collections.nCopies(goals, new Rated(0, 1)));
            one.set(0, new Rated(1, 1));
            assertThat(GoalAttainmentScore.of(one).orElseThrow().subtract(BigDecimal.valueOf(50)))
                    .isCloseTo(factor.getValue().decimalValue(), within(new BigDecimal("0.0051")));
        });
    }

    private static JsonNode file() throws IOException {
        try (InputStream json = GoalAttainmentScoreTest.class.getResourceAsStream("scores.json")) {
            return new ObjectMapper().readTree(json);
        }
    }
}
