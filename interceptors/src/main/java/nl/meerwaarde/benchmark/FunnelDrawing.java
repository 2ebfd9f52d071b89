package nl.meerwaarde.benchmark;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.meerwaarde.benchmark.FunnelPlot.AtSize;
import nl.meerwaarde.benchmark.FunnelPlot.Limits;
import nl.meerwaarde.benchmark.FunnelPlot.Point;
import nl.meerwaarde.benchmark.FunnelPlot.Standing;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.svg.SvgElements;
import nl.meerwaarde.svg.TextWidth;

/**
 * Draws a funnel plot. For eyes: shapes tell who lies outside the limits, colour only says it again; the own organisation is large and named. For ears and fingers: a
 * list of organisations by number of patients, each with a sentence and reached by the tab key; the axes are silent.
 */
final class FunnelDrawing {
    private static final double WIDTH = 920;
    private static final double HEIGHT = 600;
    private static final double LEFT = 84;
    private static final double RIGHT = 890;
    private static final double TOP = 108;
    private static final double BOTTOM = 520;
    private static final double TEXT = 14;
    private static final double SMALL = 12.5;
    private static final double NAME_HEIGHT = 17;
    private static final double NAME_GAP = 14;
    /** Widths are those of the widest font; a key may stand closer than names may. */
    private static final double KEY_ROOM = 0.9;

    private static final String INK = "#1b1f2a";
    private static final String SOFT_INK = "#4a5060";
    private static final String GRID = "#e3e6ec";
    private static final String OTHER = "#6b7280";
    private static final String OWN = "#00539b";
    private static final String OUTSIDE = "#a34700";

    private static final String STYLE = """
            svg{font-family:Arial,"Helvetica Neue",Helvetica,"Liberation Sans","DejaVu Sans",sans-serif;background:#fff}\
            .o:focus{outline:none}.o .f{opacity:0}.o:focus .f{opacity:1}\
            @media print{.o .f{display:none}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}""";

    private final FunnelPlot plot;
    private final Scale across;
    private final Scale up;
    private final Locale locale;
    private final SvgElements svg = new SvgElements();
    private final Map<Point, Name> names = new LinkedHashMap<>();

    private FunnelDrawing(FunnelPlot plot) {
        this.plot = plot;
        this.locale = Locale.forLanguageTag(plot.language());
        this.across = Scale.around(0, plot.mostPatients(), LEFT, RIGHT);
        this.up = vertical(plot);
    }

    /** A name beside its point, in a box of its own. */
    private record Name(double x, double y, double width, boolean toTheLeft) {
        boolean meets(Name other) {
            return x < other.x + other.width && other.x < x + width && Math.abs(y - other.y) < NAME_HEIGHT;
        }
    }

    /** As high as the outcomes and the limits of those who have a tenth of the most patients; narrower funnels than that leave nothing to see. */
    private static Scale vertical(FunnelPlot plot) {
        List<Double> shown = new ArrayList<>(List.of(plot.target()));
        plot.points().forEach(point -> shown.add(point.outcome()));
        plot.limits().stream()
                .flatMap(limits -> limits.curve().stream())
                .filter(at -> at.patients() * 10 >= plot.mostPatients())
                .forEach(at -> {
                    shown.add(at.low());
                    shown.add(at.high());
                });
        double low = shown.stream().min(Comparator.naturalOrder()).orElseThrow();
        double high = shown.stream().max(Comparator.naturalOrder()).orElseThrow();
        return plot.percent()
                ? Scale.around(Math.max(0, low) * 100, Math.min(1, high) * 100, BOTTOM, TOP)
                : Scale.around(low, high, BOTTOM, TOP);
    }

    /** The whole document. */
    static String of(FunnelPlot plot) {
        return new FunnelDrawing(plot).draw();
    }

    private String draw() {
        svg.open(
                "svg",
                "viewBox",
                String.format(Locale.ROOT, "0 0 %.0f %.0f", WIDTH, HEIGHT),
                "width",
                WIDTH,
                "height",
                HEIGHT,
                "lang",
                plot.language(),
                "role",
                "graphics-document document",
                "aria-labelledby",
                "funnel-title funnel-description");
        svg.text("title", plot.title(), "id", "funnel-title").newLine();
        svg.text("desc", description(), "id", "funnel-description").newLine();
        svg.text("style", STYLE).newLine();
        svg.empty("rect", "width", WIDTH, "height", HEIGHT, "fill", "#fff").newLine();
        picture();
        organisations();
        svg.close();
        return svg.toString();
    }

    private String description() {
        long outside = plot.points().stream()
                .filter(point -> point.standing() != Standing.WITHIN)
                .count();
        return words("description", plot.points().size(), outside, number(plot.target()));
    }

    private void picture() {
        svg.open("g", "aria-hidden", "true").newLine();
        heading();
        axes();
        plot.limits().forEach(this::limits);
        line(LEFT, up.placeWithin(shown(plot.target())), RIGHT, up.placeWithin(shown(plot.target())), INK, 1.5, "");
        key();
        svg.close().newLine();
    }

    private void heading() {
        write(plot.title(), LEFT - 60, 30, 19, INK, "start", true);
        write(plot.outcome(), LEFT - 60, 54, TEXT, SOFT_INK, "start", false);
    }

    private void axes() {
        for (double round : up.rounds()) {
            line(LEFT, up.place(round), RIGHT, up.place(round), GRID, 1, "");
            write(
                    format(up.decimals()).format(round) + (plot.percent() ? " %" : ""),
                    LEFT - 10,
                    up.place(round) + 5,
                    SMALL,
                    SOFT_INK,
                    "end",
                    false);
        }
        line(LEFT, BOTTOM, RIGHT, BOTTOM, SOFT_INK, 1, "");
        for (double round : across.rounds()) {
            line(across.place(round), BOTTOM, across.place(round), BOTTOM + 6, SOFT_INK, 1, "");
            write(
                    format(across.decimals()).format(round),
                    across.place(round),
                    BOTTOM + 22,
                    SMALL,
                    SOFT_INK,
                    "middle",
                    false);
        }
        write(words("patients"), (LEFT + RIGHT) / 2, BOTTOM + 46, TEXT, SOFT_INK, "middle", false);
    }

    private NumberFormat format(int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format;
    }

    /** As the axis counts: shares in hundredths. */
    private double shown(double outcome) {
        return plot.percent() ? outcome * 100 : outcome;
    }

    /** One digit more than the axis: fewer would hide which side of a limit it is. */
    private String number(double outcome) {
        return format(up.decimals() + 1).format(shown(outcome)) + (plot.percent() ? " %" : "");
    }

    private void limits(Limits limits) {
        for (boolean high : new boolean[] {false, true}) {
            String path = limits.curve().stream()
                    .filter(at -> isInside(high ? at.high() : at.low()))
                    .map(at -> place(at, high))
                    .collect(Collectors.joining("L"));
            if (!path.isEmpty()) {
                svg.empty(
                                "path",
                                "d",
                                "M" + path,
                                "fill",
                                "none",
                                "stroke",
                                SOFT_INK,
                                "stroke-width",
                                1.4,
                                "stroke-dasharray",
                                dashes(limits))
                        .newLine();
            }
        }
    }

    private boolean isInside(double limit) {
        double number = shown(limit);
        return number >= up.first() && number <= up.last();
    }

    private String place(AtSize at, boolean high) {
        return String.format(
                Locale.ROOT, "%.1f %.1f", across.place(at.patients()), up.place(shown(high ? at.high() : at.low())));
    }

    private String dashes(Limits limits) {
        return plot.limits().indexOf(limits) == 0 ? "3 4" : "9 4";
    }

    private void key() {
        double x = LEFT - 60;
        double y = 82;
        for (Limits limits : plot.limits()) {
            line(x, y - 4, x + 34, y - 4, SOFT_INK, 1.4, dashes(limits));
            x = keyText(
                    x + 40,
                    y,
                    words("limits", format(limits.share() < 0.99 ? 0 : 1).format(limits.share() * 100)));
        }
        line(x, y - 4, x + 34, y - 4, INK, 1.5, "");
        x = keyText(x + 40, y, words("target"));
        if (plot.points().stream().anyMatch(Point::own)) {
            shape(x + 8, y - 5, Standing.WITHIN, true);
            x = keyText(x + 24, y, words("own"));
        }
        shape(x + 8, y - 5, Standing.ABOVE_95, false);
        keyText(x + 22, y, words("outside"));
    }

    private double keyText(double x, double y, String text) {
        write(text, x, y, SMALL, INK, "start", false);
        return x + TextWidth.of(text, SMALL) * KEY_ROOM;
    }

    private void organisations() {
        List<Point> lastOnTop = plot.points().stream()
                .sorted(Comparator.comparing(Point::own)
                        .thenComparing(point -> point.standing() != Standing.WITHIN)
                        .thenComparing(Point::patients)
                        .thenComparing(Point::name))
                .toList();
        for (int i = lastOnTop.size() - 1; i >= 0; i--) {
            placeName(lastOnTop.get(i));
        }
        svg.open("g", "role", "list", "aria-label", words("organisations")).newLine();
        lastOnTop.forEach(this::organisation);
        svg.close().newLine();
    }

    private void organisation(Point point) {
        double x = across.place(point.patients());
        double y = up.placeWithin(shown(point.outcome()));
        svg.open("g", "class", "o", "role", "listitem", "tabindex", "0", "aria-label", sentence(point));
        svg.text("title", sentence(point));
        svg.empty(
                "circle", "class", "f", "cx", x, "cy", y, "r", 14, "fill", "none", "stroke", INK, "stroke-width", 2.5);
        shape(x, y, point.standing(), point.own());
        Name name = names.get(point);
        if (name != null) {
            write(point, name);
        }
        svg.close().newLine();
    }

    private String sentence(Point point) {
        return words(
                "organisation",
                point.name(),
                number(point.outcome()),
                format(0).format(point.patients()),
                words("standing." + point.standing().name().toLowerCase(Locale.ROOT)));
    }

    /** A triangle points to the side on which it lies outside; beyond the outer limits it is full. */
    private void shape(double x, double y, Standing standing, boolean own) {
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

    /**
     * Beside its point, on the side where there is room; moved until it meets no other name, and left out when there is no place near. The own organisation comes
     * first, so that it always has its name.
     */
    private void placeName(Point point) {
        if (!point.own() && point.standing() == Standing.WITHIN) {
            return;
        }
        double x = across.place(point.patients());
        double y = up.placeWithin(shown(point.outcome())) + 5;
        double width = TextWidth.of(point.name(), nameSize(point));
        boolean toTheLeft = x + NAME_GAP + width > WIDTH - 6;
        double start = toTheLeft ? x - NAME_GAP - width : x + NAME_GAP;
        IntStream.of(0, -1, 1, -2, 2, -3, 3)
                .mapToObj(step -> new Name(start, y + step * NAME_HEIGHT, width, toTheLeft))
                .filter(place -> place.y() > TOP && place.y() < BOTTOM - 4)
                .filter(place -> names.values().stream().noneMatch(place::meets))
                .findFirst()
                .ifPresent(place -> names.put(point, place));
    }

    private static double nameSize(Point point) {
        return point.own() ? TEXT : SMALL;
    }

    private void write(Point point, Name name) {
        svg.text(
                "text",
                point.name(),
                "x",
                name.toTheLeft() ? name.x() + name.width() : name.x(),
                "y",
                name.y(),
                "font-size",
                nameSize(point),
                "fill",
                point.own() ? OWN : INK,
                "font-weight",
                point.own() ? "bold" : "normal",
                "text-anchor",
                name.toTheLeft() ? "end" : "start",
                "aria-hidden",
                "true",
                "paint-order",
                "stroke",
                "stroke",
                "#fff",
                "stroke-width",
                3);
    }

    private void line(double x1, double y1, double x2, double y2, String colour, double width, String dashes) {
        svg.empty(
                        "path",
                        "d",
                        String.format(Locale.ROOT, "M%.1f %.1fL%.1f %.1f", x1, y1, x2, y2),
                        "stroke",
                        colour,
                        "stroke-width",
                        width,
                        "stroke-dasharray",
                        dashes.isEmpty() ? "none" : dashes)
                .newLine();
    }

    private void write(String text, double x, double y, double size, String colour, String anchor, boolean bold) {
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

    private String words(String key, Object... arguments) {
        return Sentence.beside(FunnelDrawing.class, key, arguments).in(plot.language());
    }
}
