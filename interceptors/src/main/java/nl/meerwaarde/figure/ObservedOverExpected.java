package nl.meerwaarde.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import nl.meerwaarde.cell.Tally;
import nl.meerwaarde.statistics.ControlLimits;
import nl.meerwaarde.statistics.LimitStatus;

/**
 * A share beside what a logistic case-mix model expected of the same episodes: indirect standardisation. Ratio = O / E; adjusted share = O / E × the share of
 * everybody; both from {@link LimitStatus#FEWEST} episodes on. The target is 1: as many as the model expected, by what it was fitted on.
 *
 * @param here sums over the compared episodes
 * @param everybody sums over the episodes of everybody in the period
 * @see <a href="https://doi.org/10.1002/sim.1970">Spiegelhalter, Statistics in Medicine 2005;24:1185</a>
 */
record ObservedOverExpected(Tally here, Tally everybody) {
    private static final MathContext PRECISION = MathContext.DECIMAL128;

    /** Empty of too few episodes, and where nothing was expected. */
    Optional<BigDecimal> ratio() {
        return here.n() < LimitStatus.FEWEST || here.expected().signum() <= 0
                ? Optional.empty()
                : Optional.of(here.sum().divide(here.expected(), PRECISION));
    }

    /** 0 to 1; empty without anybody. */
    Optional<BigDecimal> expectedShare() {
        return Moments.mean(here.n(), here.expected());
    }

    /** The share as it would be with everybody's patients; more than 1 where few are expected and many found. */
    Optional<BigDecimal> adjustedShare() {
        return ratio().flatMap(ratio ->
                Moments.mean(everybody.n(), everybody.sum()).map(share -> ratio.multiply(share, PRECISION)));
    }

    /**
     * Where the ratio lies between exact Poisson limits.
     *
     * @param moreIsBetter whether it is good when there are more than expected
     */
    LimitStatus status(boolean moreIsBetter) {
        return ratio().map(ratio -> ControlLimits.ofRatio(1, ControlLimits.Method.EXACT)
                        .status(ratio.doubleValue(), here.expected().doubleValue(), moreIsBetter))
                .orElse(LimitStatus.TOO_FEW);
    }
}
