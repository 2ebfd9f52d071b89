package nl.meerwaarde.itemresponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Our estimate against published T-scores. Only one pattern of answers gives the lowest sum of a short form and only one the highest, so there the
 * published tables, which go by sum, speak of a pattern too.
 */
class PublishedScoresTest {
    private static final Map<String, List<String>> SHORT_FORMS = Map.of(
            "anxiety", List.of("EDANX01", "EDANX40", "EDANX41", "EDANX53"),
            "depression", List.of("EDDEP04", "EDDEP06", "EDDEP29", "EDDEP41"));

    @ParameterizedTest
    @CsvSource({"anxiety, 0, 40.3, 6.1", "anxiety, 4, 81.6, 3.7", "depression, 0, 41.0, 6.2", "depression, 4, 79.4, 3.7"
    })
    void theLowestAndTheHighestSumOfAShortForm(String bank, int category, double tScore, double standardError) {
        Map<String, GradedItem> items = PromisParameters.of(bank);
        Ability ability = Ability.of(SHORT_FORMS.get(bank).stream()
                .map(id -> new GradedAnswer(items.get(id), category))
                .toList());
        assertThat(ability.tScore()).isCloseTo(tScore, within(0.1));
        assertThat(ability.tScoreStandardError()).isCloseTo(standardError, within(0.1));
    }
}
