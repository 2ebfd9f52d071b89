package nl.meerwaarde.measure;

import java.math.BigDecimal;

/**
 * A plain sum with how many it goes over. Tallies of several organisations or nodes are pooled by adding.
 *
 * @param all episodes of the scope, analysed or not
 * @param n how many are analysed: episodes, or goals
 * @param sum Σx; of a share, how many are in the numerator
 * @param squares Σx²
 */
record Tally(long all, long n, BigDecimal sum, BigDecimal squares) {
    static final Tally NONE = new Tally(0, 0, BigDecimal.ZERO, BigDecimal.ZERO);

    Tally plus(Tally other) {
        return new Tally(all + other.all, n + other.n, sum.add(other.sum), squares.add(other.squares));
    }
}
