package nl.meerwaarde.goal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * The T-score of goal attainment scaling: attainment levels of several goals, weighted, as one number with mean 50 and standard deviation 10 when every level is
 * as likely as expected. It tells one patient's course; it is no benchmark.
 *
 * @see <a href="https://doi.org/10.1007/BF01530764">Kiresuk and Sherman 1968, Community Mental Health Journal 4: 443–453</a>; the form used here is that of
 *     Turner-Stokes 2009 as corrected by its erratum
 */
final class GoalAttainmentScore {
    /** Expected correlation between goals (Kiresuk and Sherman). */
    private static final double RHO = 0.3;

    private static final int DECIMALS = 2;

    private GoalAttainmentScore() {}

    /**
     * A goal with its attainment.
     *
     * @param level −2 to 2
     * @param weight 0 or more; 0 leaves the goal out
     */
    record Rated(int level, int weight) {
        Rated {
            if (level < -2 || level > 2 || weight < 0) {
                throw new IllegalArgumentException("No attainment: level " + level + ", weight " + weight);
            }
        }
    }

    /** T = 50 + 10·Σwx / √((1−ρ)·Σw² + ρ·(Σw)²), with two decimals; empty when no goal has a weight. */
    static Optional<BigDecimal> of(List<Rated> goals) {
        double weighted = 0;
        double squares = 0;
        double sum = 0;
        for (Rated goal : goals) {
            weighted += goal.weight() * goal.level();
            squares += (double) goal.weight() * goal.weight();
            sum += goal.weight();
        }
        if (sum == 0) {
            return Optional.empty();
        }
        double score = 50 + 10 * weighted / Math.sqrt((1 - RHO) * squares + RHO * sum * sum);
        return Optional.of(BigDecimal.valueOf(score).setScale(DECIMALS, RoundingMode.HALF_UP));
    }
}
