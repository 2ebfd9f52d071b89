package nl.meerwaarde.svg;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide a text is at most. A picture is drawn where nobody knows which font the reader has, so every character counts as wide as it is in the widest of the fonts
 * that pictures name (DejaVu Sans Bold; Arial and its kin are a fifth narrower).
 */
public final class TextWidth {
    private static final String NARROW = "iljI.,:;'|’‘ ";
    private static final String SLIM = "frt()[]/\\-\"*°·!`–“”";
    private static final String WIDE = "mwMW@%—…æœÆŒ";
    private static final String BROAD = "&+=<>#~^±×÷";
    private static final double NARROW_EM = 0.42;
    private static final double SLIM_EM = 0.54;
    private static final double WIDE_EM = 1.15;
    private static final double CAPITAL_EM = 0.88;
    private static final double OTHER_EM = 0.74;

    /** From here on scripts have square characters. */
    private static final int EAST_ASIAN = 0x2E80;

    private TextWidth() {}

    /**
     * In the unit of the size.
     *
     * @param size of the font
     */
    public static double of(String text, double size) {
        return text.codePoints().mapToDouble(TextWidth::em).sum() * size;
    }

    private static double em(int character) {
        if (NARROW.indexOf(character) >= 0) {
            return NARROW_EM;
        }
        if (SLIM.indexOf(character) >= 0) {
            return SLIM_EM;
        }
        if (WIDE.indexOf(character) >= 0 || character >= EAST_ASIAN) {
            return WIDE_EM;
        }
        return Character.isUpperCase(character) || BROAD.indexOf(character) >= 0 ? CAPITAL_EM : OTHER_EM;
    }

    /** Lines that are each at most so wide; a word that is wider by itself is broken. One empty line for no text. */
    public static List<String> wrap(String text, double size, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (of(longer, size) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            String rest = word;
            while (of(rest, size) > width && rest.codePointCount(0, rest.length()) > 1) {
                String part = fitting(rest, size, width);
                lines.add(part + "-");
                rest = rest.substring(part.length());
            }
            line = rest;
        }
        lines.add(line);
        return lines;
    }

    /** As much of a word as fits with a hyphen; one character at least. */
    private static String fitting(String word, double size, double width) {
        int end = word.offsetByCodePoints(0, 1);
        while (end < word.length()) {
            int next = word.offsetByCodePoints(end, 1);
            if (of(word.substring(0, next) + "-", size) > width) {
                break;
            }
            end = next;
        }
        return word.substring(0, end);
    }
}
