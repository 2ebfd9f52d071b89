package nl.meerwaarde.scheduling;

import nl.meerwaarde.record.RecordEntry.Invitation;
import nl.meerwaarde.record.RecordEntry.Scheduled;
import org.jspecify.annotations.Nullable;

/**
 * What a questionnaire Task should be.
 *
 * @param task id of the Task
 * @param episode id of the CarePlan: of an episode, or of a decision that the patient is asked about
 * @param moment code of the measurement moment; empty when it asks about a decision
 * @param status Task.status
 * @param reason why the server gives it that status; null for one that waits, and for what somebody said
 * @param window the days on which it is asked
 * @param found id of the response that the server links, or null
 * @param askedWith id of the Task with which it is asked, or null
 */
record Standing(
        String task,
        String episode,
        String moment,
        String status,
        @Nullable StatusReason reason,
        Days window,
        @Nullable String found,
        @Nullable String askedWith) {
    static final String REQUESTED = "requested";
    static final String DRAFT = "draft";
    static final String ON_HOLD = "on-hold";
    static final String CANCELLED = "cancelled";
    static final String COMPLETED = "completed";

    /** The same Task, put aside. */
    Standing stopped(String withStatus, StatusReason because) {
        return new Standing(task, episode, moment, withStatus, because, window, null, null);
    }

    /** The same Task, answered. */
    Standing answered(@Nullable String response) {
        return new Standing(
                task,
                episode,
                moment,
                COMPLETED,
                response == null ? null : StatusReason.ANSWERED,
                window,
                response,
                null);
    }

    /** The same Task, asked on these days only. */
    Standing within(Days days) {
        return new Standing(task, episode, moment, status, reason, days, found, askedWith);
    }

    /** The same Task, asked with another. */
    Standing askedWith(Standing asker) {
        return new Standing(task, episode, moment, ON_HOLD, StatusReason.ASKED_WITH, window, null, asker.task);
    }

    /** Whether somebody is asked. */
    boolean isAsked() {
        return Waiting.isOpen(status);
    }

    /** Whether the Task is already so. */
    boolean isSaidBy(Invitation invitation) {
        return invitation.status().equals(status)
                && new Scheduled(
                                invitation.scheduled() == null
                                        ? null
                                        : invitation.scheduled().side(),
                                window.firstKnown(),
                                window.lastKnown(),
                                reason == null ? null : reason.code(),
                                found,
                                askedWith)
                        .equals(invitation.scheduled());
    }
}
