package nl.meerwaarde.statistics;

import java.util.Locale;

/** Where a point lies between control limits, one per code of the code system {@code control-limit-status}; above is better. On a limit is outside. */
public enum LimitStatus {
    WITHIN,
    ABOVE_95,
    ABOVE_99_8,
    BELOW_95,
    BELOW_99_8;

    /** The code on the wire. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
