package nl.meerwaarde.benchmark;

import java.util.Locale;
import nl.meerwaarde.benchmark.FunnelPlot.Standing;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.svg.SvgElements;

/**
 * What comparisons are drawn with: lines, texts and the mark of an organisation, in the colours that all of them have.
 *
 * @param svg what is drawn so far
 * @param language of the words
 * @param unit what is compared
 */
record Pen(SvgElements svg, String language, Unit unit) {
    static final double TEXT = 14;
    static final double SMALL = 12.5;

    static final String INK = "#1b1f2a";
    static final String SOFT_INK = "#4a5060";
    static final String GRID = "#e3e6ec";
    static final String OTHER = "#6b7280";
    static final String OWN = "#00539b";
    static final String OUTSIDE = "#a34700";

    private static final String STYLE = """
            svg{font-family:Arial,"Helvetica Neue",Helvetica,"Liberation Sans","DejaVu Sans",sans-serif;background:#fff}\
            .o:focus{outline:none}.o .f{opacity:0}.o:focus .f{opacity:1}\
            @media print{.o .f{display:none}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}""";

    Pen(String language, Unit unit) {
        this(new SvgElements(), language, unit);
    }

    /** Opens the document, with what it is called and what it says in a sentence. */
    void open(String id, double width, double height, String title, String description) {
        svg.open(
                "svg",
                "viewBox",
                String.format(Locale.ROOT, "0 0 %.0f %.0f", width, height),
                "width",
                width,
                "height",
                height,
                "lang",
                language,
                "role",
                "graphics-document document",
                "aria-labelledby",
                id + "-title " + id + "-description");
        svg.text("title", title, "id", id + "-title").newLine();
        svg.text("desc", description, "id", id + "-description").newLine();
        svg.text("style", STYLE).newLine();
        svg.empty("rect", "width", width, "height", height, "fill", "#fff").newLine();
    }

    /** Closes it. */
    String close() {
        svg.close();
        return svg.toString();
    }

    void line(double x1, double y1, double x2, double y2, String colour, double width, String dashes) {
        path(String.format(Locale.ROOT, "M%.1f %.1fL%.1f %.1f", x1, y1, x2, y2), colour, width, dashes);
    }

    void path(String path, String colour, double width, String dashes) {
        svg.empty(
                        "path",
                        "d",
                        path,
                        "fill",
                        "none",
                        "stroke",
                        colour,
                        "stroke-width",
                        width,
                        "stroke-dasharray",
                        dashes.isEmpty() ? "none" : dashes)
                .newLine();
    }

    void write(String text, double x, double y, double size, String colour, String anchor, boolean bold) {
        svg.text(
                        "text",
                        text,
                        "x",
                        x,
                        "y",
                        y,
                        "font-size",
                        size,
                        "fill",
                        colour,
                        "text-anchor",
                        anchor,
                        "font-weight",
                        bold ? "bold" : "normal")
                .newLine();
    }

    /** A triangle points to the side on which it lies outside; beyond the outer limits it is full. */
    void mark(double x, double y, Standing standing, boolean own) {
        String colour = own ? OWN : standing == Standing.WITHIN ? OTHER : OUTSIDE;
        double size = own ? 9 : 6;
        if (standing == Standing.WITHIN) {
            svg.empty(
                    "circle",
                    "cx",
                    x,
                    "cy",
                    y,
                    "r",
                    size - 1,
                    "fill",
                    own ? colour : "#fff",
                    "stroke",
                    colour,
                    "stroke-width",
                    2);
            return;
        }
        boolean above = standing == Standing.ABOVE_95 || standing == Standing.ABOVE_99_8;
        boolean far = standing == Standing.ABOVE_99_8 || standing == Standing.BELOW_99_8;
        double tip = above ? -size : size;
        svg.empty(
                "path",
                "d",
                String.format(
                        Locale.ROOT,
                        "M%.1f %.1fL%.1f %.1fL%.1f %.1fZ",
                        x,
                        y + tip,
                        x - size,
                        y - tip * 0.8,
                        x + size,
                        y - tip * 0.8),
                "fill",
                far ? colour : "#fff",
                "stroke",
                colour,
                "stroke-width",
                2);
    }

    /** A sentence of this package in the language of the picture. */
    String words(String key, Object... arguments) {
        return Sentence.beside(Pen.class, unit.key(key), arguments).in(language);
    }
}
