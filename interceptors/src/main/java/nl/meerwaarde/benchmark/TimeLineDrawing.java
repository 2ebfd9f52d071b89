package nl.meerwaarde.benchmark;

import static nl.meerwaarde.benchmark.Pen.INK;
import static nl.meerwaarde.benchmark.Pen.OWN;
import static nl.meerwaarde.benchmark.Pen.SMALL;
import static nl.meerwaarde.benchmark.Pen.SOFT_INK;
import static nl.meerwaarde.benchmark.Pen.TEXT;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.meerwaarde.benchmark.FunnelPlot.Standing;
import nl.meerwaarde.benchmark.TimeLine.Line;
import nl.meerwaarde.benchmark.TimeLine.Stop;
import nl.meerwaarde.svg.SvgElements;
import nl.meerwaarde.svg.TextWidth;

/**
 * Draws organisations over time: a thin line each, the own one thick, named, and with its limits in every period. Marks say who lies outside its limits, as in the
 * funnel plot; each organisation is a sentence in a list that the tab key walks through.
 */
final class TimeLineDrawing {
    private static final double WIDTH = 920;
    private static final double HEIGHT = 520;
    private static final double LEFT = 84;
    private static final double RIGHT = 700;
    private static final double TOP = 108;
    private static final double BOTTOM = 460;
    private static final double NAME_HEIGHT = 17;
    private static final double NEAR = 40;
    private static final double KEY_ROOM = 0.9;
    /** Many lines together are dark enough. */
    private static final String FAINT = "#aab0bc";

    private final TimeLine line;
    private final Pen pen;
    private final SvgElements svg;
    private final Scale up;
    private final Numbers numbers;
    private final List<Double> names = new ArrayList<>();

    private TimeLineDrawing(TimeLine line) {
        this.line = line;
        this.pen = new Pen(line.language(), line.unit());
        this.svg = pen.svg();
        this.up = vertical(line);
        this.numbers = new Numbers(Locale.forLanguageTag(line.language()), line.percent(), up.decimals() + 1);
    }

    /** As high as the outcomes and the limits of the own organisation. */
    private static Scale vertical(TimeLine line) {
        double times = line.percent() ? 100 : 1;
        double[] shown = Stream.concat(
                        line.targets().stream().flatMap(Optional::stream),
                        line.lines().stream()
                                .flatMap(organization -> organization.stops().stream()
                                        .flatMap(Optional::stream)
                                        .flatMap(stop -> organization.own()
                                                ? Stream.of(
                                                        stop.outcome(),
                                                        stop.outer().low(),
                                                        stop.outer().high())
                                                : Stream.of(stop.outcome()))))
                .mapToDouble(number -> number * times)
                .sorted()
                .toArray();
        return shown.length == 0
                ? Scale.around(0, 1, BOTTOM, TOP)
                : Scale.around(shown[0], shown[shown.length - 1], BOTTOM, TOP);
    }

    /** The whole document. */
    static String of(TimeLine line) {
        return new TimeLineDrawing(line).draw();
    }

    private String draw() {
        pen.open(
                "time-line",
                WIDTH,
                HEIGHT,
                line.title(),
                pen.words(
                        "time-line.description",
                        line.lines().size(),
                        line.periods().size()));
        svg.open("g", "aria-hidden", "true").newLine();
        pen.write(line.title(), LEFT - 60, 30, 19, INK, "start", true);
        pen.write(line.outcome(), LEFT - 60, 54, TEXT, SOFT_INK, "start", false);
        key();
        axes();
        targets();
        svg.close().newLine();
        svg.open("g", "role", "list", "aria-label", pen.words("organisations")).newLine();
        // The own line is drawn last, so that none lies over it, and named first.
        line.lines().stream().filter(Line::own).forEach(this::name);
        line.lines().stream()
                .sorted(Comparator.comparing(Line::own).thenComparing(Line::name))
                .forEach(this::organisation);
        svg.close().newLine();
        return pen.close();
    }

    private double across(int period) {
        return line.periods().size() == 1
                ? (LEFT + RIGHT) / 2
                : LEFT + 30 + period * (RIGHT - LEFT - 60) / (line.periods().size() - 1);
    }

    private double up(double outcome) {
        return up.placeWithin(numbers.shown(outcome));
    }

    private void axes() {
        new ValueAxis(up, numbers).draw(pen, LEFT, RIGHT);
        double room = (RIGHT - LEFT) / line.periods().size();
        double widest = line.periods().stream()
                .mapToDouble(period -> TextWidth.of(period, SMALL))
                .max()
                .orElse(0);
        int every = (int) Math.max(1, Math.ceil((widest + 8) / room));
        for (int i = 0; i < line.periods().size(); i++) {
            pen.line(across(i), BOTTOM, across(i), BOTTOM + 6, SOFT_INK, 1, "");
            if (i % every == 0) {
                pen.write(line.periods().get(i), across(i), BOTTOM + 22, SMALL, SOFT_INK, "middle", false);
            }
        }
        pen.line(LEFT, BOTTOM, RIGHT, BOTTOM, SOFT_INK, 1, "");
    }

    private void targets() {
        List<Optional<double[]>> places = new ArrayList<>();
        for (int i = 0; i < line.targets().size(); i++) {
            double x = across(i);
            places.add(line.targets().get(i).map(target -> new double[] {x, up(target)}));
        }
        polyline(places, INK, 1.5, "9 4");
    }

    /** Connects neighbours; a gap stays a gap. */
    private void polyline(List<Optional<double[]>> places, String colour, double width, String dashes) {
        for (int i = 1; i < places.size(); i++) {
            if (places.get(i - 1).isPresent() && places.get(i).isPresent()) {
                double[] from = places.get(i - 1).get();
                double[] to = places.get(i).get();
                pen.line(from[0], from[1], to[0], to[1], colour, width, dashes);
            }
        }
    }

    private void key() {
        double y = 82;
        double x = LEFT - 60;
        pen.line(x, y - 4, x + 34, y - 4, INK, 1.5, "9 4");
        x = keyText(x + 40, y, pen.words("target"));
        if (line.lines().stream().anyMatch(Line::own)) {
            pen.line(x, y - 4, x + 34, y - 4, OWN, 3.5, "");
            x = keyText(x + 40, y, pen.words("own"));
            pen.line(x + 4, y - 14, x + 4, y + 4, OWN, 1.2, "");
            pen.line(x, y - 14, x + 8, y - 14, OWN, 1.2, "");
            pen.line(x, y + 4, x + 8, y + 4, OWN, 1.2, "");
            x = keyText(x + 16, y, pen.words("time-line.limits"));
        }
        pen.mark(x + 8, y - 5, Standing.ABOVE_95, false);
        keyText(x + 22, y, pen.words("outside"));
    }

    private double keyText(double x, double y, String text) {
        pen.write(text, x, y, SMALL, INK, "start", false);
        return x + TextWidth.of(text, SMALL) * KEY_ROOM;
    }

    private void organisation(Line organization) {
        svg.open("g", "class", "o", "role", "listitem", "tabindex", "0", "aria-label", sentence(organization));
        svg.text("title", sentence(organization));
        List<Optional<double[]>> places = new ArrayList<>();
        for (int i = 0; i < organization.stops().size(); i++) {
            double x = across(i);
            places.add(organization.stops().get(i).map(stop -> new double[] {x, up(stop.outcome())}));
        }
        svg.open("g", "class", "f");
        polyline(places, INK, 6, "");
        svg.close();
        polyline(places, organization.own() ? OWN : FAINT, organization.own() ? 3.5 : 1, "");
        for (int i = 0; i < organization.stops().size(); i++) {
            double x = across(i);
            organization.stops().get(i).ifPresent(stop -> stop(stop, x, organization.own()));
        }
        if (!organization.own() && isOutsideAtTheEnd(organization)) {
            name(organization);
        }
        svg.close().newLine();
    }

    private void stop(Stop stop, double x, boolean own) {
        if (own) {
            pen.line(x, up(stop.outer().low()), x, up(stop.outer().high()), OWN, 1.2, "");
            for (double limit : new double[] {
                stop.outer().low(),
                stop.inner().low(),
                stop.inner().high(),
                stop.outer().high()
            }) {
                pen.line(x - 6, up(limit), x + 6, up(limit), OWN, 1.2, "");
            }
        }
        if (own || stop.standing() != Standing.WITHIN) {
            pen.mark(x, up(stop.outcome()), stop.standing(), own);
        }
    }

    private static boolean isOutsideAtTheEnd(Line organization) {
        return organization
                .stops()
                .get(organization.stops().size() - 1)
                .filter(stop -> stop.standing() != Standing.WITHIN)
                .isPresent();
    }

    /** At the end of its line, where there is room near; others do without. */
    private void name(Line organization) {
        organization.stops().stream()
                .flatMap(Optional::stream)
                .reduce((first, last) -> last)
                .map(stop -> up(stop.outcome()) + 5)
                .ifPresent(y -> Stream.of(0, -1, 1, -2, 2)
                        .map(step -> y + step * NAME_HEIGHT)
                        .filter(place -> Math.abs(place - y) < NEAR
                                && names.stream().noneMatch(other -> Math.abs(other - place) < NAME_HEIGHT))
                        .findFirst()
                        .ifPresent(place -> write(organization, place)));
    }

    private void write(Line organization, double y) {
        names.add(y);
        pen.write(
                organization.name(),
                RIGHT + 6,
                y,
                organization.own() ? TEXT : SMALL,
                organization.own() ? OWN : INK,
                "start",
                organization.own());
    }

    private String sentence(Line organization) {
        StringBuilder said = new StringBuilder(organization.name()).append(':');
        for (int i = 0; i < organization.stops().size(); i++) {
            String period = line.periods().get(i);
            said.append(i == 0 ? " " : "; ")
                    .append(organization
                            .stops()
                            .get(i)
                            .map(stop -> pen.words(
                                    "time-line.stop",
                                    period,
                                    numbers.of(stop.outcome()),
                                    numbers.format(0).format(stop.patients()),
                                    pen.words("standing." + stop.standing().code())))
                            .orElseGet(() -> pen.words("time-line.gap", period)));
        }
        return said.append('.').toString();
    }
}
