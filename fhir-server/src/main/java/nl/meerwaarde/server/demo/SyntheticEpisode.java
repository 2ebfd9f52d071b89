package nl.meerwaarde.server.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation and what followed.
 *
 * @param number 1 for the patient's first, and so on
 * @param index day of the operation
 * @param readmitted day of an unplanned readmission, or null
 * @param end day on which follow-up ended by death or revision, or null
 * @param twin number of the episode of the same day on the other side, or null; the first of the two has the answers about health as a whole
 */
record SyntheticEpisode(
        int number,
        DemoCaseMix caseMix,
        Side side,
        LocalDate index,
        @Nullable LocalDate readmitted,
        @Nullable LocalDate end,
        @Nullable Integer twin,
        List<Sitting> sittings) {
    /** Whether questions about health as a whole are asked with this episode, and not with its twin. */
    boolean asksAboutHealth() {
        return twin == null || twin > number;
    }
}
