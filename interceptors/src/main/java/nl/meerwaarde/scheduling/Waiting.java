package nl.meerwaarde.scheduling;

import java.util.Set;
import nl.meerwaarde.record.RecordEntry.Invitation;

/** Which statuses the server may change, and which were said by somebody. */
final class Waiting {
    /** Somebody has begun; that is kept for as long as it is asked. */
    private static final Set<String> BEGUN = Set.of("received", "accepted", "ready", "in-progress");

    private static final Set<String> ALWAYS_SAID = Set.of("rejected", "failed");
    private static final Set<String> SAID_WITHOUT_REASON =
            Set.of(Standing.CANCELLED, Standing.ON_HOLD, Standing.COMPLETED);

    private Waiting() {}

    /** Whether the patient is asked under this status. */
    static boolean isOpen(String status) {
        return status.equals(Standing.REQUESTED) || BEGUN.contains(status);
    }

    /** The status of a Task that is asked: as far as somebody has come with it. */
    static String asked(Invitation invitation) {
        return BEGUN.contains(invitation.status()) ? invitation.status() : Standing.REQUESTED;
    }

    static boolean hasBegun(String status) {
        return BEGUN.contains(status);
    }

    /** Whether somebody ended the Task or put it aside. A completed Task with a response is not ended by word but by that response. */
    static boolean isSaid(Invitation invitation) {
        boolean withoutReason =
                invitation.scheduled() != null && invitation.scheduled().reason() == null;
        return ALWAYS_SAID.contains(invitation.status())
                || withoutReason
                        && SAID_WITHOUT_REASON.contains(invitation.status())
                        && !(invitation.status().equals(Standing.COMPLETED) && invitation.response() != null);
    }
}
