package nl.meerwaarde.scheduling;

import java.time.LocalDate;
import nl.meerwaarde.record.RecordEntry.Reminder;
import org.jspecify.annotations.Nullable;

/**
 * What a message about waiting questionnaires should be.
 *
 * @param message id of the CommunicationRequest
 * @param status CommunicationRequest.status
 * @param reason why it is not to be sent, or null
 * @param day when it is to be sent; null: at once when it is active, else not known
 */
record MessageStanding(
        String message,
        String status,
        @Nullable StatusReason reason,
        @Nullable LocalDate day) {
    static final String ACTIVE = "active";
    static final String DRAFT = "draft";
    static final String ON_HOLD = "on-hold";
    static final String REVOKED = "revoked";

    /** Whether the message is already so. */
    boolean isSaidBy(Reminder reminder) {
        return equals(new MessageStanding(
                        reminder.id(),
                        reminder.status(),
                        reason != null && reason.code().equals(reminder.reason()) ? reason : null,
                        reminder.day()))
                && (reason != null || reminder.reason() == null);
    }
}
