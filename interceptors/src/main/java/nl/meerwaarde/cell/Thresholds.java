package nl.meerwaarde.cell;

import java.math.BigDecimal;
import java.math.RoundingMode;
import nl.meerwaarde.score.ScoreDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * What makes a change of a score an improvement, and when it is more than nothing; in whole millionths of the score, as the facts are.
 *
 * @param direction 1 when a higher score is better, else −1
 * @param beyondError the largest change that may be measurement error
 * @param important the smallest improvement that reaches the minimal important change
 */
public record Thresholds(int direction, long beyondError, long important) {
    private static final int DIGITS = 6;

    /** A threshold that no source supports is one that nothing passes. */
    private static final BigDecimal NEVER = new BigDecimal("1000000000000");

    /** Those of a score; where nobody defined it, higher is better and nothing passes the others. */
    public static Thresholds of(@Nullable ScoreDefinition definition) {
        boolean lowerIsBetter = definition != null && Boolean.FALSE.equals(definition.higherIsBetter());
        return new Thresholds(
                lowerIsBetter ? -1 : 1,
                millionths(definition == null ? null : definition.sdc95(), RoundingMode.FLOOR),
                millionths(definition == null ? null : definition.individualMic(), RoundingMode.CEILING));
    }

    /** The best possible score times the direction, in millionths; one that nobody reaches when the range of the score is not known. */
    public static long best(@Nullable ScoreDefinition definition) {
        if (definition == null || definition.possible() == null) {
            return millionths(null, RoundingMode.CEILING);
        }
        boolean lowerIsBetter = Boolean.FALSE.equals(definition.higherIsBetter());
        BigDecimal best = lowerIsBetter
                ? definition.possible().getLow().getValue()
                : definition.possible().getHigh().getValue();
        return millionths(best == null || !lowerIsBetter ? best : best.negate(), RoundingMode.CEILING);
    }

    private static long millionths(@Nullable BigDecimal threshold, RoundingMode towardsNeverLess) {
        return (threshold == null ? NEVER : threshold)
                .movePointRight(DIGITS)
                .setScale(0, towardsNeverLess)
                .longValueExact();
    }

    void addTo(MapSqlParameterSource parameters) {
        parameters
                .addValue("direction", direction)
                .addValue("beyondError", beyondError)
                .addValue("important", important);
    }
}
