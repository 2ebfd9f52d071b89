package nl.meerwaarde.scheduling;

import java.util.Locale;

/** Why the server gave a Task its status: the codes of the code system {@code task-status-reason}. */
enum StatusReason {
    ANSWERED,
    ASKED_WITH,
    DEATH,
    REFUSAL,
    EPISODE_ENDED,
    EPISODE_ON_HOLD,
    TREATMENT_CANCELLED,
    DECISION_WITHDRAWN,
    NOT_IN_PATHWAY,
    NOTHING_WAITS;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
