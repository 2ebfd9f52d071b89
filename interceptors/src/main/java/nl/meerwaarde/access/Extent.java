package nl.meerwaarde.access;

import java.util.Arrays;

/** Of whom: what stands in a cell of the matrix. */
enum Extent {
    NONE("-"),
    /** Of the patients that are one's own. */
    OWN("own"),
    ALL("all");

    private final String code;

    Extent(String code) {
        this.code = code;
    }

    /** @throws IllegalArgumentException when a cell says something else */
    static Extent of(String code) {
        return Arrays.stream(values())
                .filter(extent -> extent.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No cell of the matrix says " + code));
    }
}
