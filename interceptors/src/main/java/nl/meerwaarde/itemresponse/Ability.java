package nl.meerwaarde.itemresponse;

import java.util.List;

/**
 * Where a person stands on the scale and how surely: mean and standard deviation of the posterior distribution of θ (expected a posteriori, EAP), given
 * the answers and a standard normal prior.
 *
 * <p>The integrals are sums over {@value #POINTS} points, from {@value #LOWEST} to {@code -LOWEST} in steps of {@value #STEP}, each weighted with
 * the normal density. So {@code θ̂ = Σ x L(x) φ(x) / Σ L(x) φ(x)} and {@code SE² = Σ (x - θ̂)² L(x) φ(x) / Σ L(x) φ(x)}, with {@code L(x)} the product of the
 * probabilities of the chosen categories.
 *
 * @see <a href="https://doi.org/10.1177/014662168200600405">Bock RD, Mislevy RJ (1982), Adaptive EAP estimation of ability in a microcomputer environment</a>
 * @param theta the estimate on the θ scale, whose mean is 0 and standard deviation 1 in the population of the parameters
 * @param standardError its standard error on the same scale, between 0 and 1
 */
public record Ability(double theta, double standardError) {
    /** Eight standard deviations away: extreme answers to a whole bank lie four away, and their posterior ends well before. */
    private static final double LOWEST = -8;

    private static final double STEP = 0.1;
    private static final int POINTS = 161;

    /**
     * The estimate from these answers; from none, the prior itself. Sums run in the order of the answers: who wants the same last digit for the same
     * answers gives them in the same order.
     */
    public static Ability of(List<GradedAnswer> answers) {
        double[] weights = weights(answers);
        double sum = 0;
        double mean = 0;
        for (int i = 0; i < POINTS; i++) {
            sum += weights[i];
            mean += weights[i] * point(i);
        }
        mean /= sum;
        double variance = 0;
        for (int i = 0; i < POINTS; i++) {
            double distance = point(i) - mean;
            variance += weights[i] * distance * distance;
        }
        return new Ability(mean, StrictMath.sqrt(variance / sum));
    }

    /** In T-score points: mean 50, standard deviation 10. */
    public double tScore() {
        return 50 + 10 * theta;
    }

    /** The standard error in T-score points. */
    public double tScoreStandardError() {
        return 10 * standardError;
    }

    /** Posterior weights up to a common factor: logarithms, shifted to a largest of 0, because products of many probabilities vanish. */
    private static double[] weights(List<GradedAnswer> answers) {
        double[] weights = new double[POINTS];
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < POINTS; i++) {
            double theta = point(i);
            double log = -theta * theta / 2;
            for (GradedAnswer answer : answers) {
                log += answer.item().logProbability(answer.category(), theta);
            }
            weights[i] = log;
            largest = Math.max(largest, log);
        }
        for (int i = 0; i < POINTS; i++) {
            weights[i] = StrictMath.exp(weights[i] - largest);
        }
        return weights;
    }

    private static double point(int i) {
        return LOWEST + STEP * i;
    }
}
