package nl.meerwaarde.scheduling;

import java.util.Locale;

/** Which message about waiting questionnaires it is: the codes of the code system {@code reminder}. When they are sent is our choice. */
public enum Announcement {
    /** Two weeks before the day the moment is aimed at, or when its window opens. */
    INVITATION(-14),
    /** A week before that day. */
    FIRST_REMINDER(-7),
    /** On the day before it. */
    LAST_REMINDER(-1);

    private final int daysFromTarget;

    Announcement(int daysFromTarget) {
        this.daysFromTarget = daysFromTarget;
    }

    /** The code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    int daysFromTarget() {
        return daysFromTarget;
    }
}
