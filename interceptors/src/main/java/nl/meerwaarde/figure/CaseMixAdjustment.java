package nl.meerwaarde.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import nl.meerwaarde.cell.Sums;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.statistics.LimitStatus;

/**
 * Case-mix adjusted gain and its control-limit status, by the method of the NHS England PROMs programme: indirect standardisation of means.
 *
 * <p>adjusted after = reference mean after + mean(after − expected) of the organisation − the same of the reference; adjusted gain = adjusted after −
 * reference mean before; z = (adjusted gain − reference gain) / (reference SD of residuals / √n); |z| ≥ 1.96 is outside the 95 % limits, ≥ 3.09
 * outside the 99.8 % limits. Fewer than 30 modelled episodes give neither.
 *
 * @param meanBefore mean score before of the reference population
 * @param meanAfter mean score after
 * @param meanResidual mean of score after minus expectation
 * @param sdResidual sample SD of the same
 * @param direction 1 when a higher score is better, else −1
 * @see <a href="https://www.england.nhs.uk/statistics/wp-content/uploads/sites/2/2013/10/proms-meth-prim-revis.pdf">NHS England, PROMs methodology</a>
 */
record CaseMixAdjustment(
        BigDecimal meanBefore, BigDecimal meanAfter, BigDecimal meanResidual, BigDecimal sdResidual, int direction) {
    /** Fewest modelled episodes for an adjusted figure. */
    static final int FEWEST = LimitStatus.FEWEST;

    private static final MathContext PRECISION = MathContext.DECIMAL128;
    private static final BigDecimal Z_95 = new BigDecimal("1.96");
    private static final BigDecimal Z_99_8 = new BigDecimal("3.09");

    /** The published reference population, or else the given sums over the whole of the period; empty when there are too few to have an SD. */
    static Optional<CaseMixAdjustment> of(FactMeasure measure, Sums everyone, int direction) {
        FactMeasure.ReferencePopulation published = measure.reference();
        if (published != null) {
            return Optional.of(new CaseMixAdjustment(
                    published.meanBefore(),
                    published.meanAfter(),
                    published.meanResidual(),
                    published.sdResidual(),
                    direction));
        }
        return Moments.standardDeviation(everyone.n(), everyone.residual(), everyone.residualSquares())
                .map(sd -> new CaseMixAdjustment(
                        Moments.mean(everyone.n(), everyone.before()).orElseThrow(),
                        Moments.mean(everyone.n(), everyone.after()).orElseThrow(),
                        Moments.mean(everyone.n(), everyone.residual()).orElseThrow(),
                        sd,
                        direction));
    }

    /** The adjusted gain in points of the score; empty below {@link #FEWEST}. */
    Optional<BigDecimal> adjustedGain(Sums organisation) {
        return organisation.n() < FEWEST
                ? Optional.empty()
                : Optional.of(referenceGain().add(excess(organisation)));
    }

    private BigDecimal referenceGain() {
        return meanAfter.subtract(meanBefore);
    }

    private BigDecimal excess(Sums organisation) {
        return Moments.mean(organisation.n(), organisation.residual())
                .orElseThrow()
                .subtract(meanResidual);
    }

    /** Where the organisation lies. */
    LimitStatus status(Sums organisation) {
        if (organisation.n() < FEWEST || sdResidual.signum() == 0) {
            return LimitStatus.TOO_FEW;
        }
        BigDecimal standardError =
                sdResidual.divide(BigDecimal.valueOf(organisation.n()).sqrt(PRECISION), PRECISION);
        BigDecimal z =
                excess(organisation).multiply(BigDecimal.valueOf(direction)).divide(standardError, PRECISION);
        if (z.abs().compareTo(Z_95) < 0) {
            return LimitStatus.WITHIN;
        }
        boolean far = z.abs().compareTo(Z_99_8) >= 0;
        return z.signum() > 0
                ? (far ? LimitStatus.ABOVE_99_8 : LimitStatus.ABOVE_95)
                : (far ? LimitStatus.BELOW_99_8 : LimitStatus.BELOW_95);
    }
}
