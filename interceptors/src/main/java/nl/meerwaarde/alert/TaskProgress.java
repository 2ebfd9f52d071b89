package nl.meerwaarde.alert;

import org.hl7.fhir.r4.model.Task;

/** How far the task of an alert is. */
final class TaskProgress {
    private TaskProgress() {}

    /** Nobody works on it, and somebody should: also when the one who was asked has declined. */
    static boolean isWaiting(Task task) {
        return switch (task.getStatus() == null ? Task.TaskStatus.NULL : task.getStatus()) {
            case DRAFT, REQUESTED, RECEIVED, READY, REJECTED, NULL -> true;
            case ACCEPTED, INPROGRESS, ONHOLD, COMPLETED, CANCELLED, FAILED, ENTEREDINERROR -> false;
        };
    }

    /** It is over, whether or not it was done. */
    static boolean isEnded(Task task) {
        return switch (task.getStatus() == null ? Task.TaskStatus.NULL : task.getStatus()) {
            case COMPLETED, CANCELLED, FAILED, ENTEREDINERROR -> true;
            case DRAFT, REQUESTED, RECEIVED, READY, REJECTED, ACCEPTED, INPROGRESS, ONHOLD, NULL -> false;
        };
    }
}
