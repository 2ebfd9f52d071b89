package nl.meerwaarde.figure;

import java.util.Optional;
import nl.meerwaarde.cell.FactCell;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.measure.Statistic;

/**
 * What adjusted figures compare with.
 *
 * @param gain the reference population of an adjusted gain; empty where it has too few to have a spread
 * @param everybody all episodes of the period, whomever the report is about
 */
public record Standard(Optional<CaseMixAdjustment> gain, FactCell everybody) {
    /** For figures that compare with nothing. */
    public static final Standard NONE = new Standard(Optional.empty(), FactCell.EMPTY);

    /** @param direction 1 when a higher score is better, else −1 */
    static Standard of(FactMeasure measure, FactCell everybody, int direction) {
        return new Standard(CaseMixAdjustment.of(measure, everybody.modelled(), direction), everybody);
    }

    /** Whether a Measure has figures that compare with everybody of the period. */
    public static boolean isNeededBy(FactMeasure measure) {
        return measure.groups().stream()
                .anyMatch(group -> group.statistic() == Statistic.OBSERVED_OVER_EXPECTED
                        || group.statistic() == Statistic.ADJUSTED_GAIN && measure.reference() == null);
    }
}
