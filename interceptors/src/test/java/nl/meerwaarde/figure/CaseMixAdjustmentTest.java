package nl.meerwaarde.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import nl.meerwaarde.cell.Sums;
import nl.meerwaarde.statistics.LimitStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseMixAdjustmentTest {
    private static final CaseMixAdjustment ENGLAND = new CaseMixAdjustment(
            new BigDecimal("18.9942"), new BigDecimal("36.2529"), BigDecimal.ZERO, new BigDecimal("8.39013"), 1);

    /** z = mean residual / (SD / √n): with n = 100 and SD 8.39013, 1.6445 points are 1.96 and 2.5926 points are 3.09. */
    @ParameterizedTest
    @CsvSource({
        "100, 0, within",
        "100, 1.64, within",
        "100, 1.65, above-95",
        "100, 2.59, above-95",
        "100, 2.60, above-99-8",
        "100, -1.65, below-95",
        "100, -2.60, below-99-8",
        "29, 5, too-few"
    })
    void placesAnOrganisationAgainstTheLimits(long n, BigDecimal meanResidual, String status) {
        assertThat(ENGLAND.status(organisation(n, meanResidual)).code()).isEqualTo(status);
    }

    @Test
    void adjustedGainIsTheReferenceGainPlusTheExcess() {
        assertThat(ENGLAND.adjustedGain(organisation(100, new BigDecimal("1.5")))
                        .orElseThrow())
                .isEqualByComparingTo("18.7587");
        assertThat(ENGLAND.adjustedGain(organisation(29, BigDecimal.ONE))).isEmpty();
    }

    @Test
    void whereLowerIsBetterALowerResidualIsAbove() {
        CaseMixAdjustment pain =
                new CaseMixAdjustment(BigDecimal.TEN, BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ONE, -1);
        assertThat(pain.status(organisation(100, new BigDecimal("-0.5")))).isEqualTo(LimitStatus.ABOVE_99_8);
    }

    private static Sums organisation(long n, BigDecimal meanResidual) {
        BigDecimal residual = meanResidual.multiply(BigDecimal.valueOf(n));
        BigDecimal zero = BigDecimal.ZERO;
        return new Sums(n, zero, zero, zero, zero, zero, zero, 0, 0, 0, 0, 0, zero, residual, zero);
    }
}
