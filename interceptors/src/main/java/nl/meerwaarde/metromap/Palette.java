package nl.meerwaarde.metromap;

import java.util.List;
import java.util.stream.Stream;

/**
 * How a line is told from the others: by its colour, and where there is none by the pattern within it. Every colour carries white writing (contrast at least 4.5 to
 * white, as WCAG asks).
 */
final class Palette {
    /** What writing and rings are drawn in. */
    static final String INK = "#1b1f2a";

    /** What writing of less weight is drawn in; contrast at least 7 to white. */
    static final String SOFT_INK = "#4a5060";

    static final String PATIENT = "#c0112f";

    private static final List<String> OTHERS = List.of(
            "#00539b", "#00704a", "#6a3d9a", "#8a4b08", "#00697a", "#a0346e", "#4a5a00", "#37474f", "#7a1f1f",
            "#2e4aa8");

    /** Dashes of the white within a line; the empty one runs through. */
    private static final List<String> PATTERNS = List.of("0 12", "", "12 8", "1 9", "20 6 2 6", "5 14", "26 8");

    private Palette() {}

    /** The colour of a line by its place in the map; the patient's is its own. */
    static String colour(int line, MetroMap.LineKind kind) {
        return kind == MetroMap.LineKind.PATIENT ? PATIENT : OTHERS.get(line % OTHERS.size());
    }

    /** The dashes of the white within a line, as SVG's {@code stroke-dasharray}; empty when it runs through. The patient's line has none. */
    static String pattern(int line) {
        return PATTERNS.get(line % PATTERNS.size());
    }

    static List<String> colours() {
        return Stream.concat(Stream.of(PATIENT), OTHERS.stream()).toList();
    }
}
