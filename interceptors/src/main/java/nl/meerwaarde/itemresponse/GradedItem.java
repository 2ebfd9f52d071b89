package nl.meerwaarde.itemresponse;

import java.util.List;

/**
 * An item with ordered answer categories under the graded response model. Category {@code k} of {@code 0 … m} is reached with probability
 * {@code P*(k) = 1 / (1 + exp(-a (θ - b_k)))}, where {@code P*(0) = 1} and {@code P*(m + 1) = 0}; it is chosen with probability
 * {@code P(k) = P*(k) - P*(k + 1)}. The metric is logistic, without the scaling constant 1.7, as PROMIS publishes its parameters.
 *
 * @see <a href="https://doi.org/10.1007/BF03372160">Samejima F (1969), Estimation of latent ability using a response pattern of graded scores</a>
 * @param discrimination the slope {@code a}: how sharply answers separate persons; positive
 * @param thresholds the locations {@code b_1 < … < b_m} on the θ scale where the next category becomes as likely as not; at least one
 */
public record GradedItem(double discrimination, List<Double> thresholds) {
    public GradedItem {
        thresholds = List.copyOf(thresholds);
        if (!(discrimination > 0) || Double.isInfinite(discrimination)) {
            throw new IllegalArgumentException("A discrimination must be positive: " + discrimination);
        }
        if (thresholds.isEmpty() || !areAscending(thresholds)) {
            throw new IllegalArgumentException("Thresholds must be given in ascending order: " + thresholds);
        }
    }

    private static boolean areAscending(List<Double> thresholds) {
        double last = Double.NEGATIVE_INFINITY;
        for (double threshold : thresholds) {
            if (!(threshold > last) || Double.isInfinite(threshold)) {
                return false;
            }
            last = threshold;
        }
        return true;
    }

    /** How many answer categories there are: one more than thresholds. */
    public int categories() {
        return thresholds.size() + 1;
    }

    /**
     * The natural logarithm of the probability that a person at θ chooses a category; finite for every finite θ. With {@code x} and {@code y} the
     * arguments of the logistic function for reaching this category and the next, {@code P = (1 - exp(y - x)) / ((1 + exp(-x)) (1 + exp(y)))}: factors
     * that keep their digits where the difference of two cumulative probabilities would lose them or vanish.
     */
    double logProbability(int category, double theta) {
        double reached = slope(category, theta);
        double passed = slope(category + 1, theta);
        return StrictMath.log(-StrictMath.expm1(passed - reached)) - softplus(-reached) - softplus(passed);
    }

    /** {@code ln(1 + exp(x))}. */
    private static double softplus(double x) {
        return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    }

    /**
     * The Fisher information about θ, {@code Σ P'(k)² / P(k)}; never negative. Because {@code P'(k) = a P(k) (1 - P*(k) - P*(k + 1))}, it is computed as
     * {@code a² Σ P(k) (1 - P*(k) - P*(k + 1))²}, which divides by nothing.
     */
    public double information(double theta) {
        double sum = 0;
        for (int category = 0; category < categories(); category++) {
            double reached = logistic(slope(category, theta));
            double passed = logistic(slope(category + 1, theta));
            double balance = 1 - reached - passed;
            sum += (reached - passed) * balance * balance;
        }
        return discrimination * discrimination * sum;
    }

    /** The argument of the logistic function for reaching a category; the lowest is always reached, one above the highest never. */
    private double slope(int category, double theta) {
        if (category == 0) {
            return Double.POSITIVE_INFINITY;
        }
        return category == categories()
                ? Double.NEGATIVE_INFINITY
                : discrimination * (theta - thresholds.get(category - 1));
    }

    private static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
