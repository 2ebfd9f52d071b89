package nl.meerwaarde.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Mean and sample standard deviation from sums. Decimal arithmetic keeps the difference of two large sums exact. */
final class Moments {
    private static final MathContext PRECISION = MathContext.DECIMAL128;

    private Moments() {}

    /** Σx / n; empty for n = 0. */
    static Optional<BigDecimal> mean(long n, BigDecimal sum) {
        return n == 0 ? Optional.empty() : Optional.of(sum.divide(BigDecimal.valueOf(n), PRECISION));
    }

    /** √((Σx² − (Σx)² / n) / (n − 1)); empty for n &lt; 2. */
    static Optional<BigDecimal> standardDeviation(long n, BigDecimal sum, BigDecimal squares) {
        if (n < 2) {
            return Optional.empty();
        }
        BigDecimal spread = squares.subtract(sum.multiply(sum).divide(BigDecimal.valueOf(n), PRECISION));
        return Optional.of(spread.max(BigDecimal.ZERO)
                .divide(BigDecimal.valueOf(n - 1), PRECISION)
                .sqrt(PRECISION));
    }
}
