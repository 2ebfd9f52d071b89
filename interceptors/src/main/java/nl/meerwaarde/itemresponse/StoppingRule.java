package nl.meerwaarde.itemresponse;

/**
 * When an adaptive test has asked enough: at the largest number of items, or, from the smallest number of answers on, as soon as the estimate is
 * precise enough.
 *
 * @param fewest answers below which there is no score; at least 1
 * @param most items that are asked, those that a patient skips included; not below {@code fewest}
 * @param standardError the standard error in T-score points below which the estimate is precise enough; positive
 */
public record StoppingRule(int fewest, int most, double standardError) {
    public StoppingRule {
        if (fewest < 1 || most < fewest || !(standardError > 0)) {
            throw new IllegalArgumentException(
                    "A stopping rule needs 1 <= fewest <= most and a positive standard error, not " + fewest + ", "
                            + most + ", " + standardError);
        }
    }

    /**
     * Whether no further item is asked.
     *
     * @param asked items that were asked, answered or skipped
     * @param answered items that were answered
     */
    public boolean isMet(int asked, int answered, Ability ability) {
        return asked >= most || answered >= fewest && ability.tScoreStandardError() < standardError;
    }
}
