package nl.meerwaarde.score;

import java.math.BigDecimal;
import nl.meerwaarde.instrument.ScoreRule;

/** What came of one score of one response. A score that cannot be computed is a result, not an error. */
public sealed interface ScoreResult {
    /** The rule that was applied. */
    ScoreRule rule();

    /** The instrument's rules give a value. */
    record Calculated(ScoreRule rule, BigDecimal value) implements ScoreResult {}

    /** The instrument's missing rule gives no value for these answers. */
    record NotCalculable(ScoreRule rule) implements ScoreResult {}
}
