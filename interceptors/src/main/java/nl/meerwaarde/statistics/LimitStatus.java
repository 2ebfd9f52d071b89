package nl.meerwaarde.statistics;

import java.util.Locale;

/** Where a result lies between control limits, one per code of the code system {@code control-limit-status}; above is better. On a limit is outside. */
public enum LimitStatus {
    WITHIN,
    ABOVE_95,
    ABOVE_99_8,
    BELOW_95,
    BELOW_99_8,
    /** On too few episodes to say, see {@link #FEWEST}. */
    TOO_FEW;

    /** Fewest episodes for a statement about the limits, as NHS England publishes outliers. */
    public static final int FEWEST = 30;

    /** The code on the wire. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
