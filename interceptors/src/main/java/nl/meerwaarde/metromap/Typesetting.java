package nl.meerwaarde.metromap;

import java.util.List;
import nl.meerwaarde.metromap.Drawing.Box;
import nl.meerwaarde.metromap.Drawing.Style;
import nl.meerwaarde.metromap.Drawing.Text;
import nl.meerwaarde.svg.TextWidth;

/** Sizes of writing, and how much room it takes. */
final class Typesetting {
    private static final double LEADING = 1.28;
    private static final double PILL_PADDING_X = 10;
    private static final double STEP = 6;
    private static final double PILL_PADDING_Y = 5;

    private Typesetting() {}

    static double size(Style style) {
        return switch (style) {
            case TITLE -> 30;
            case SUBTITLE -> 16;
            case HEADING, STATION, LINE_NAME, HERE, NUMBER -> 14;
            case WHEN, DETAIL -> 13;
        };
    }

    static boolean isBold(Style style) {
        return switch (style) {
            case TITLE, STATION, LINE_NAME, HERE, NUMBER, HEADING -> true;
            case SUBTITLE, WHEN, DETAIL -> false;
        };
    }

    static double lineHeight(Style style) {
        return size(style) * LEADING;
    }

    /** A text broken to a width; its box is as wide as it may be. */
    static Text block(Style style, String text, double x, double y, double width, int index) {
        List<String> lines = TextWidth.wrap(text, size(style), width);
        return new Text(style, new Box(x, y, width, lines.size() * lineHeight(style)), lines, index);
    }

    /** The same, with lines as even as can be: no word is left alone. */
    static Text balanced(Style style, String text, double x, double y, double width, int index) {
        Text whole = block(style, text, x, y, width, index);
        List<String> lines = whole.lines();
        for (double narrower = width - STEP; narrower > width / 2; narrower -= STEP) {
            List<String> narrow = TextWidth.wrap(text, size(style), narrower);
            // More lines, or a word broken that was whole.
            if (!String.join(" ", narrow).equals(String.join(" ", lines)) || narrow.size() > lines.size()) {
                break;
            }
            lines = narrow;
        }
        return new Text(style, whole.box(), lines, index);
    }

    /** A line's name with room around it. */
    static Text pillOfLine(String text, double x, double y, double width, int index) {
        List<String> lines = TextWidth.wrap(text, size(Style.LINE_NAME), width - 2 * PILL_PADDING_X);
        return new Text(
                Style.LINE_NAME,
                new Box(x, y, width, lines.size() * lineHeight(Style.LINE_NAME) + 2 * PILL_PADDING_Y),
                lines,
                index);
    }

    /** A short text with room around it, centred; no wider than it may be. */
    static Text pill(Style style, String text, double middle, double y, double width, int index) {
        double wanted = Math.min(width, TextWidth.of(text, size(style)) + 2 * PILL_PADDING_X);
        return new Text(
                style,
                new Box(middle - wanted / 2, y, wanted, lineHeight(style) + PILL_PADDING_Y),
                List.of(text),
                index);
    }

    /** The same text further down. */
    static Text lowered(Text text, double by) {
        Box box = text.box();
        return new Text(
                text.style(), new Box(box.x(), box.y() + by, box.width(), box.height()), text.lines(), text.index());
    }
}
