package nl.meerwaarde.benchmark;

import static nl.meerwaarde.benchmark.FunnelAxes.BOTTOM;
import static nl.meerwaarde.benchmark.FunnelAxes.HEIGHT;
import static nl.meerwaarde.benchmark.FunnelAxes.TOP;
import static nl.meerwaarde.benchmark.FunnelAxes.WIDTH;
import static nl.meerwaarde.benchmark.Pen.INK;
import static nl.meerwaarde.benchmark.Pen.OWN;
import static nl.meerwaarde.benchmark.Pen.SMALL;
import static nl.meerwaarde.benchmark.Pen.TEXT;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.meerwaarde.benchmark.FunnelPlot.Point;
import nl.meerwaarde.benchmark.FunnelPlot.Standing;
import nl.meerwaarde.svg.SvgElements;
import nl.meerwaarde.svg.TextWidth;

/**
 * Draws a funnel plot. For eyes: shapes tell who lies outside the limits, colour only says it again; the own organisation is large and named. For ears and fingers: a
 * list of organisations by number of patients, each with a sentence and reached by the tab key; the axes are silent.
 */
final class FunnelDrawing {
    private static final double NAME_HEIGHT = 17;
    private static final double NAME_GAP = 14;
    /** Half the width of a mark. */
    private static final double MARK = 7;

    private final FunnelPlot plot;
    private final Pen pen;
    private final FunnelAxes axes;
    private final Numbers numbers;
    private final SvgElements svg;
    private final Map<Point, Name> names = new LinkedHashMap<>();

    private FunnelDrawing(FunnelPlot plot) {
        this.plot = plot;
        this.pen = new Pen(plot.language(), plot.unit());
        this.svg = pen.svg();
        this.axes = new FunnelAxes(plot, pen);
        this.numbers = axes.numbers();
    }

    /** A name beside its point, in a box of its own. */
    private record Name(double x, double y, double width, boolean toTheLeft) {
        boolean meets(Name other) {
            return x < other.x + other.width && other.x < x + width && Math.abs(y - other.y) < NAME_HEIGHT;
        }

        /** Whether the mark of a point would lie under it. */
        boolean covers(double markX, double markY) {
            return markX > x - MARK
                    && markX < x + width + MARK
                    && Math.abs(y - TEXT / 3 - markY) < NAME_HEIGHT / 2 + MARK / 2;
        }
    }

    /** The whole document. */
    static String of(FunnelPlot plot) {
        return new FunnelDrawing(plot).draw();
    }

    private String draw() {
        pen.open("funnel", WIDTH, HEIGHT, plot.title(), description());
        svg.open("g", "aria-hidden", "true").newLine();
        axes.draw();
        svg.close().newLine();
        organisations();
        return pen.close();
    }

    private String description() {
        long outside = plot.points().stream()
                .filter(point -> point.standing() != Standing.WITHIN)
                .count();
        String description = pen.words("description", plot.points().size(), outside, numbers.of(plot.target()));
        return plot.note().isEmpty() ? description : description + " " + plot.note();
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
        svg.open("g", "role", "list", "aria-label", pen.words("organisations")).newLine();
        lastOnTop.forEach(this::organisation);
        svg.close().newLine();
    }

    private void organisation(Point point) {
        double x = axes.across(point);
        double y = axes.up(point.outcome());
        svg.open("g", "class", "o", "role", "listitem", "tabindex", "0", "aria-label", sentence(point));
        svg.text("title", sentence(point));
        svg.empty(
                "circle", "class", "f", "cx", x, "cy", y, "r", 14, "fill", "none", "stroke", INK, "stroke-width", 2.5);
        pen.mark(x, y, point.standing(), point.own());
        Name name = names.get(point);
        if (name != null) {
            write(point, name);
        }
        svg.close().newLine();
    }

    private String sentence(Point point) {
        return pen.words(
                "organisation",
                point.name(),
                numbers.of(point.outcome()),
                numbers.format(0).format(point.patients()),
                pen.words("standing." + point.standing().code()));
    }

    /**
     * Beside its point, on the side where there is room; moved until it meets no other name and, if there is such a place, no mark; left out when there is no place near. The own organisation comes
     * first, so that it always has its name.
     */
    private void placeName(Point point) {
        if (!point.own() && point.standing() == Standing.WITHIN) {
            return;
        }
        double x = axes.across(point);
        double y = axes.up(point.outcome()) + 5;
        double width = TextWidth.of(point.name(), nameSize(point));
        boolean toTheLeft = x + NAME_GAP + width > WIDTH - 6;
        double start = toTheLeft ? x - NAME_GAP - width : x + NAME_GAP;
        List<Name> free = IntStream.of(0, -1, 1, -2, 2, -3, 3)
                .mapToObj(step -> new Name(start, y + step * NAME_HEIGHT, width, toTheLeft))
                .filter(place -> place.y() > TOP && place.y() < BOTTOM - 4)
                .filter(place -> names.values().stream().noneMatch(place::meets))
                .toList();
        free.stream()
                .filter(place -> plot.points().stream()
                        .noneMatch(other -> place.covers(axes.across(other), axes.up(other.outcome()))))
                .findFirst()
                .or(() -> free.stream().findFirst())
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
}
