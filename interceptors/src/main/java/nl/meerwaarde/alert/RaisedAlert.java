package nl.meerwaarde.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An alert that was raised.
 *
 * @param id of its Flag and its Task
 * @param alert what it warns of
 * @param response id of the response as it was stored, or null while it is not
 * @param authored when the answer was given, as the response said, or null
 * @param ended whether its Task is over
 * @param steps how many steps of the escalation were taken
 */
record RaisedAlert(
        String id,
        String alert,
        @Nullable String response,
        @Nullable String authored,
        Instant raisedAt,
        boolean ended,
        int steps) {
    /** How long an alert waits for the corrected response: a day, in which a portal's user tries again, and not so long that a new cry for help is taken for the old one. */
    static final Duration CORRECTION = Duration.ofHours(24);

    /**
     * Whether it was raised by this answer already: by the same response, by one answered at the same moment, or just now by one that was refused and is
     * still being dealt with.
     *
     * @param responseId the response, where it is stored
     * @param when when it was answered, as it says
     */
    boolean covers(@Nullable String responseId, @Nullable String when, Instant now) {
        if (responseId != null && responseId.equals(response)) {
            return true;
        }
        boolean sameMoment = Objects.equals(when, authored);
        if (sameMoment && when != null && when.contains("T")) {
            return true;
        }
        boolean beingDealtWith = !ended && raisedAt.isAfter(now.minus(CORRECTION));
        return beingDealtWith && (response == null || sameMoment);
    }
}
