package nl.meerwaarde.importing;

import java.util.Locale;

/** How counts are written for people. */
final class Numbers {
    private Numbers() {}

    /** {@code 85,320}. */
    static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
