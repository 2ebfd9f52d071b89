package nl.meerwaarde.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import nl.meerwaarde.cell.Tally;
import nl.meerwaarde.statistics.LimitStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A share beside what a model expected, worked by hand; limits from the worked examples of the fact file (Poisson, E = 5, 10, 50). */
class ObservedOverExpectedTest {
    private static final Tally EVERYBODY = tally(1000, 80, "100");

    private static Tally tally(long n, long observed, String expected) {
        BigDecimal sum = BigDecimal.valueOf(observed);
        return new Tally(n, n, sum, sum, new BigDecimal(expected), BigDecimal.ONE);
    }

    /** 12 where 10 were expected, of everybody 8 %: 1.2 × 8 % = 9.6 %. */
    @Test
    void theRatioTimesTheShareOfEverybodyIsTheAdjustedShare() {
        ObservedOverExpected compared = new ObservedOverExpected(tally(200, 12, "10"), EVERYBODY);

        assertThat(compared.ratio().orElseThrow()).isEqualByComparingTo("1.2");
        assertThat(compared.expectedShare().orElseThrow()).isEqualByComparingTo("0.05");
        assertThat(compared.adjustedShare().orElseThrow())
                .isCloseTo(new BigDecimal("0.096"), within(new BigDecimal("1e-30")));
        assertThat(compared.status(false)).isEqualTo(LimitStatus.WITHIN);
    }

    /** Limits for E = 10: 0.122, 0.378, 1.616, 2.066; for E = 50: 0.582, 0.722, 1.277, 1.455; for E = 5 the lowest is cut at 0. */
    @ParameterizedTest
    @CsvSource({
        "10, 16, WITHIN",
        "10, 17, ABOVE_95",
        "10, 20, ABOVE_95",
        "10, 21, ABOVE_99_8",
        "10, 4, WITHIN",
        "10, 3, BELOW_95",
        "10, 1, BELOW_99_8",
        "50, 63, WITHIN",
        "50, 64, ABOVE_95",
        "50, 73, ABOVE_99_8",
        "50, 36, BELOW_95",
        "50, 29, BELOW_99_8",
        "5, 9, WITHIN",
        "5, 10, ABOVE_95",
        "5, 13, ABOVE_99_8",
        "5, 1, WITHIN"
    })
    void whereTheRatioLies(String expected, long observed, LimitStatus ifMoreIsBetter) {
        ObservedOverExpected compared = new ObservedOverExpected(tally(200, observed, expected), EVERYBODY);

        assertThat(compared.status(true)).isEqualTo(ifMoreIsBetter);
        assertThat(compared.status(false).name())
                .isEqualTo(
                        ifMoreIsBetter.name().startsWith("ABOVE")
                                ? ifMoreIsBetter.name().replace("ABOVE", "BELOW")
                                : ifMoreIsBetter.name().replace("BELOW", "ABOVE"));
    }

    @Test
    void ofFewEpisodesNothingIsSaid() {
        ObservedOverExpected few = new ObservedOverExpected(tally(29, 12, "10"), EVERYBODY);

        assertThat(few.ratio()).isEmpty();
        assertThat(few.adjustedShare()).isEmpty();
        assertThat(few.status(true)).isEqualTo(LimitStatus.TOO_FEW);
        assertThat(few.expectedShare()).isPresent();
    }

    @Test
    void whereNothingWasExpectedThereIsNoRatio() {
        assertThat(new ObservedOverExpected(tally(40, 0, "0"), EVERYBODY).ratio())
                .isEmpty();
        assertThat(new ObservedOverExpected(Tally.NONE, Tally.NONE).expectedShare())
                .isEmpty();
    }
}
