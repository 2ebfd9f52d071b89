package nl.meerwaarde.benchmark;

import java.util.Optional;
import nl.meerwaarde.statistics.LimitStatus;

/**
 * An organisation or team in a comparison.
 *
 * @param key its value in the report's stratum
 * @param reference {@code Type/id} of it; empty for a pseudonym
 * @param own whether it is the recipient's own
 * @param status where it lies; empty when its figure is not told, or when there are no limits
 */
record Place(String key, Optional<String> reference, boolean own, ReportedFigure figure, Optional<LimitStatus> status) {
    /** Whether it has a place in a picture of the limits. */
    boolean isDrawn() {
        return status.filter(known -> known != LimitStatus.TOO_FEW).isPresent();
    }
}
