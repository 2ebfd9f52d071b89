package nl.meerwaarde.disclosure;

import java.util.List;

/**
 * A count that is divided into others: whoever knows all but one of them knows the last one too.
 *
 * @param whole the divided count
 * @param parts what it is divided into; nobody is counted in two of them
 * @param exhaustive whether everybody of the whole is in one of the parts; otherwise the rest is a count too, though nobody shows it
 */
public record Breakdown(String whole, List<String> parts, boolean exhaustive) {
    public Breakdown {
        parts = List.copyOf(parts);
    }

    /** Parts that make up the whole. */
    public static Breakdown into(String whole, String... parts) {
        return new Breakdown(whole, List.of(parts), true);
    }

    /** A part, and a rest that nobody shows. */
    public static Breakdown of(String whole, String part) {
        return new Breakdown(whole, List.of(part), false);
    }

    /** The name of the rest. */
    String rest() {
        return whole + " without " + String.join(", ", parts);
    }
}
