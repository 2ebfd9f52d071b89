package nl.meerwaarde.cell;

import java.math.BigDecimal;

/**
 * A plain sum with how many it goes over. Tallies of several organisations or nodes are pooled by adding.
 *
 * @param all episodes of the scope, analysed or not
 * @param n how many are analysed: episodes, or goals
 * @param sum Σx; of a share, how many are in the numerator
 * @param squares Σx²
 * @param expected Σp: how many of the analysed a case-mix model expected in the numerator; 0 where no model is asked
 * @param variance Σp(1 − p): the variance of their number if the model is right; likewise
 */
public record Tally(long all, long n, BigDecimal sum, BigDecimal squares, BigDecimal expected, BigDecimal variance) {
    /** Of no episodes. */
    public static final Tally NONE = new Tally(0, 0, BigDecimal.ZERO, BigDecimal.ZERO);

    /** One without a model. */
    public Tally(long all, long n, BigDecimal sum, BigDecimal squares) {
        this(all, n, sum, squares, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    Tally plus(Tally other) {
        return new Tally(
                all + other.all,
                n + other.n,
                sum.add(other.sum),
                squares.add(other.squares),
                expected.add(other.expected),
                variance.add(other.variance));
    }
}
