package nl.meerwaarde.caregap;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether a measurement is owed: the codes of DEQM's code system {@code deqm-gaps-status}. */
enum GapStatus {
    /** The window has opened, or is over, and there is no answer. */
    OPEN_GAP,
    /** There is an answer. */
    CLOSED_GAP,
    /** The window has not opened yet. */
    PROSPECTIVE_GAP;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<GapStatus> of(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code().equals(code))
                .findFirst();
    }
}
