package nl.meerwaarde.statistics;

import java.util.Arrays;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.hipparchus.stat.descriptive.rank.Percentile.EstimationType;

/**
 * How much more organisations differ than chance explains: the spread of their z-values, where z = (value − target) / s and chance gives a mean square of
 * one. The most extreme tenth at either end is drawn in first (winsorised), so that the outliers one looks for do not hide themselves.
 *
 * @see <a href="https://doi.org/10.1002/sim.1970">Spiegelhalter, Statistics in Medicine 2005;24:1185</a>
 */
public sealed interface OverDispersion {
    /** No more than chance. */
    OverDispersion NONE = new Multiplicative(1);

    /** The share of organisations at either end whose z-value is drawn in. */
    double WINSORISED = 0.1;

    /**
     * Every limit is √φ times as far from the target.
     *
     * @param phi mean of the squared winsorised z-values, not negative
     */
    record Multiplicative(double phi) implements OverDispersion {
        public Multiplicative {
            if (!(phi >= 0)) {
                throw new IllegalArgumentException("phi is a mean of squares");
            }
        }

        /** √φ; one where organisations differ less than chance explains. */
        double widening() {
            return Math.sqrt(Math.max(1, phi));
        }
    }

    /**
     * Organisations truly differ, with this variance between them.
     *
     * @param variance τ², not negative, in squared units of the target
     */
    record Additive(double variance) implements OverDispersion {
        public Additive {
            if (!(variance >= 0)) {
                throw new IllegalArgumentException("A variance is not negative");
            }
        }
    }

    /**
     * φ: the mean of the squared winsorised z-values.
     *
     * @throws IllegalArgumentException without any z-value
     */
    static double phi(double[] z) {
        if (z.length == 0) {
            throw new IllegalArgumentException("Without organisations there is no dispersion");
        }
        Percentile percentile = new Percentile().withEstimationType(EstimationType.R_7);
        percentile.setData(z);
        double low = percentile.evaluate(100 * WINSORISED);
        double high = percentile.evaluate(100 * (1 - WINSORISED));
        return Arrays.stream(z)
                .map(value -> Math.max(low, Math.min(high, value)))
                .map(value -> value * value)
                .average()
                .orElseThrow();
    }

    /** Multiplicative over-dispersion of organisations with these z-values. */
    static OverDispersion multiplicative(double[] z) {
        return new Multiplicative(phi(z));
    }

    /**
     * Additive over-dispersion by the method of moments: τ² = (I·φ − (I − 1)) / (Σw − Σw² / Σw) with w = 1 / s²; none when that is negative, or of a
     * single organisation.
     *
     * @param s standard deviations by chance alone, one for each z-value, positive
     */
    static OverDispersion additive(double[] z, double[] s) {
        if (z.length != s.length) {
            throw new IllegalArgumentException("Every z-value needs its standard deviation");
        }
        double[] weights =
                Arrays.stream(s).map(deviation -> 1 / (deviation * deviation)).toArray();
        double sum = Arrays.stream(weights).sum();
        double squares = Arrays.stream(weights).map(weight -> weight * weight).sum();
        double denominator = sum - squares / sum;
        double excess = z.length * phi(z) - (z.length - 1);
        return new Additive(z.length < 2 || excess <= 0 ? 0 : excess / denominator);
    }
}
