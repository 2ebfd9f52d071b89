package nl.meerwaarde.benchmark;

import static nl.meerwaarde.benchmark.Pen.INK;
import static nl.meerwaarde.benchmark.Pen.SMALL;
import static nl.meerwaarde.benchmark.Pen.SOFT_INK;
import static nl.meerwaarde.benchmark.Pen.TEXT;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.meerwaarde.benchmark.FunnelPlot.AtSize;
import nl.meerwaarde.benchmark.FunnelPlot.Limits;
import nl.meerwaarde.benchmark.FunnelPlot.Point;
import nl.meerwaarde.benchmark.FunnelPlot.Standing;
import nl.meerwaarde.svg.TextWidth;

/** What a funnel plot has besides its organisations: heading, key, axes, limits and a note; and where on it an outcome lies. */
final class FunnelAxes {
    static final double WIDTH = 920;
    static final double HEIGHT = 600;
    static final double TOP = 108;
    static final double BOTTOM = 520;

    private static final double LEFT = 84;
    private static final double RIGHT = 890;
    /** Widths are those of the widest font; a key may stand closer than names may. */
    private static final double KEY_ROOM = 0.9;

    private final FunnelPlot plot;
    private final Pen pen;
    private final Scale across;
    private final Scale up;
    private final Numbers numbers;

    FunnelAxes(FunnelPlot plot, Pen pen) {
        this.plot = plot;
        this.pen = pen;
        this.across = Scale.around(0, plot.largestSize(), LEFT, RIGHT);
        this.up = vertical(plot);
        this.numbers = numbers(plot);
    }

    /** As high as the outcomes and the limits of those who are a tenth as large as the largest; narrower funnels than that leave nothing to see. */
    private static Scale vertical(FunnelPlot plot) {
        List<Double> shown = new ArrayList<>(List.of(plot.target()));
        plot.points().forEach(point -> shown.add(point.outcome()));
        plot.limits().stream()
                .flatMap(limits -> limits.curve().stream())
                .filter(at -> at.size() * 10 >= plot.largestSize())
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

    /** One digit more than the axis has: fewer would hide on which side of a limit an outcome is. */
    static Numbers numbers(FunnelPlot plot) {
        return new Numbers(
                Locale.forLanguageTag(plot.language()),
                plot.percent(),
                vertical(plot).decimals() + 1);
    }

    Numbers numbers() {
        return numbers;
    }

    double across(Point point) {
        return across.place(point.size());
    }

    double up(double outcome) {
        return up.placeWithin(numbers.shown(outcome));
    }

    void draw() {
        heading();
        rounds();
        plot.limits().forEach(this::limits);
        pen.line(LEFT, up(plot.target()), RIGHT, up(plot.target()), INK, 1.5, "");
        key();
        if (!plot.note().isEmpty()) {
            pen.write(plot.note(), LEFT - 60, BOTTOM + 70, SMALL, SOFT_INK, "start", false);
        }
    }

    private void heading() {
        pen.write(plot.title(), LEFT - 60, 30, 19, INK, "start", true);
        pen.write(plot.outcome(), LEFT - 60, 54, TEXT, SOFT_INK, "start", false);
    }

    private void rounds() {
        new ValueAxis(up, numbers).draw(pen, LEFT, RIGHT);
        pen.line(LEFT, BOTTOM, RIGHT, BOTTOM, SOFT_INK, 1, "");
        for (double round : across.rounds()) {
            pen.line(across.place(round), BOTTOM, across.place(round), BOTTOM + 6, SOFT_INK, 1, "");
            pen.write(
                    numbers.format(across.decimals()).format(round),
                    across.place(round),
                    BOTTOM + 22,
                    SMALL,
                    SOFT_INK,
                    "middle",
                    false);
        }
        pen.write(pen.words(plot.bySize()), (LEFT + RIGHT) / 2, BOTTOM + 46, TEXT, SOFT_INK, "middle", false);
    }

    private void limits(Limits limits) {
        for (boolean high : new boolean[] {false, true}) {
            String path = limits.curve().stream()
                    .filter(at -> isInside(high ? at.high() : at.low()))
                    .map(at -> place(at, high))
                    .collect(Collectors.joining("L"));
            if (!path.isEmpty()) {
                pen.path("M" + path, SOFT_INK, 1.4, dashes(limits));
            }
        }
    }

    private boolean isInside(double limit) {
        double number = numbers.shown(limit);
        return number >= up.first() && number <= up.last();
    }

    private String place(AtSize at, boolean high) {
        return String.format(
                Locale.ROOT,
                "%.1f %.1f",
                across.place(at.size()),
                up.place(numbers.shown(high ? at.high() : at.low())));
    }

    private String dashes(Limits limits) {
        return plot.limits().indexOf(limits) == 0 ? "3 4" : "9 4";
    }

    private void key() {
        double x = LEFT - 60;
        double y = 82;
        for (Limits limits : plot.limits()) {
            pen.line(x, y - 4, x + 34, y - 4, SOFT_INK, 1.4, dashes(limits));
            x = keyText(
                    x + 40,
                    y,
                    pen.words(
                            "limits",
                            numbers.format(limits.share() < 0.99 ? 0 : 1).format(limits.share() * 100)));
        }
        pen.line(x, y - 4, x + 34, y - 4, INK, 1.5, "");
        x = keyText(x + 40, y, pen.words("target"));
        if (plot.points().stream().anyMatch(Point::own)) {
            pen.mark(x + 8, y - 5, Standing.WITHIN, true);
            x = keyText(x + 24, y, pen.words("own"));
        }
        pen.mark(x + 8, y - 5, Standing.ABOVE_95, false);
        keyText(x + 22, y, pen.words("outside"));
    }

    private double keyText(double x, double y, String text) {
        pen.write(text, x, y, SMALL, INK, "start", false);
        return x + TextWidth.of(text, SMALL) * KEY_ROOM;
    }
}
