package nl.meerwaarde.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MomentsTest {
    @Test
    void worksOnAnExampleByHand() {
        // 2, 4, 4, 4, 5, 5, 7, 9: mean 5, Σ(x − mean)² = 32
        assertThat(Moments.mean(8, new BigDecimal(40)).orElseThrow()).isEqualByComparingTo("5");
        assertThat(Moments.standardDeviation(8, new BigDecimal(40), new BigDecimal(232))
                        .orElseThrow()
                        .doubleValue())
                .isEqualTo(Math.sqrt(32.0 / 7));
    }

    @Test
    void nothingHasNoMeanAndOneValueNoDeviation() {
        assertThat(Moments.mean(0, BigDecimal.ZERO)).isEmpty();
        assertThat(Moments.standardDeviation(1, BigDecimal.TEN, new BigDecimal(100)))
                .isEmpty();
    }
}
