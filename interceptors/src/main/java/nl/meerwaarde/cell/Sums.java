package nl.meerwaarde.cell;

import java.math.BigDecimal;

/**
 * Sums over the episodes of an analysis set, from which means, standard deviations and proportions follow exactly, also when cells of several
 * organisations are pooled. Scores are in points of the score.
 *
 * @param n episodes
 * @param before Σ score before
 * @param beforeSquares Σ of its squares
 * @param after Σ score after
 * @param afterSquares Σ of its squares
 * @param gain Σ (after − before)
 * @param gainSquares Σ of its squares
 * @param improved episodes with a better score
 * @param unchanged episodes with the same score
 * @param worsened episodes with a worse score
 * @param beyondError episodes whose change exceeds the measurement error
 * @param reachedMic episodes whose improvement reaches the minimal important change
 * @param expected Σ expected score after; this and the residuals mean something only in a set in which every episode has an expectation
 * @param residual Σ (after − expected)
 * @param residualSquares Σ of its squares
 */
public record Sums(
        long n,
        BigDecimal before,
        BigDecimal beforeSquares,
        BigDecimal after,
        BigDecimal afterSquares,
        BigDecimal gain,
        BigDecimal gainSquares,
        long improved,
        long unchanged,
        long worsened,
        long beyondError,
        long reachedMic,
        BigDecimal expected,
        BigDecimal residual,
        BigDecimal residualSquares) {
    /** Over no episodes. */
    public static final Sums NONE = new Sums(
            0,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            0,
            0,
            0,
            0,
            0,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO);

    Sums plus(Sums other) {
        return new Sums(
                n + other.n,
                before.add(other.before),
                beforeSquares.add(other.beforeSquares),
                after.add(other.after),
                afterSquares.add(other.afterSquares),
                gain.add(other.gain),
                gainSquares.add(other.gainSquares),
                improved + other.improved,
                unchanged + other.unchanged,
                worsened + other.worsened,
                beyondError + other.beyondError,
                reachedMic + other.reachedMic,
                expected.add(other.expected),
                residual.add(other.residual),
                residualSquares.add(other.residualSquares));
    }
}
