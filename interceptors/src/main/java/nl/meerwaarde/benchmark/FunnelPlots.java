package nl.meerwaarde.benchmark;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.meerwaarde.benchmark.FunnelPlot.AtSize;
import nl.meerwaarde.benchmark.FunnelPlot.Limits;
import nl.meerwaarde.benchmark.FunnelPlot.Point;
import nl.meerwaarde.benchmark.FunnelPlot.Standing;
import nl.meerwaarde.disclosure.PeriodGrid.Period;
import nl.meerwaarde.statistics.ControlLimits;
import nl.meerwaarde.statistics.LimitLevel;
import nl.meerwaarde.statistics.LimitStatus;

/** Makes funnel plots of comparisons. */
final class FunnelPlots {
    private static final int STEPS = 100;
    /** Limits of fewer are so wide that they hide the others. */
    private static final int SMALLEST = 10;

    private static final double SMALLEST_EXPECTED = 1;

    private FunnelPlots() {}

    /** The plot; empty without limits, and where nobody can be drawn. */
    static Optional<FunnelPlot> of(Benchmark benchmark, BenchmarkWords words, Period period) {
        return benchmark
                .limits()
                .map(limits -> plot(benchmark, limits, words, period))
                .filter(plot -> !plot.points().isEmpty());
    }

    private static FunnelPlot plot(Benchmark benchmark, ControlLimits limits, BenchmarkWords words, Period period) {
        List<Point> points = benchmark.places().stream()
                .filter(Place::isDrawn)
                .map(place -> new Point(
                        words.name(place),
                        place.figure().patients().orElseThrow(),
                        place.figure().value().orElseThrow().doubleValue(),
                        standing(place.status().orElseThrow(), benchmark.moreIsBetter()),
                        place.own(),
                        place.figure().size()))
                .toList();
        double most = points.stream().mapToDouble(Point::size).max().orElse(1);
        return new FunnelPlot(
                words.language(),
                benchmark.group().unit(),
                words.title(period),
                words.outcome(benchmark.group()),
                benchmark.group().isShare(),
                benchmark.group().isRatio() ? "expected" : "patients",
                limits.target(),
                Stream.of(LimitLevel.P_95, LimitLevel.P_99_8)
                        .map(level -> benchmark.group().isRatio()
                                ? curveOfExpected(limits, level, most)
                                : curve(limits, level, (int) most))
                        .toList(),
                points,
                note(benchmark, words));
    }

    private static Limits curve(ControlLimits limits, LimitLevel level, int most) {
        int first = Math.min(SMALLEST, most);
        return new Limits(
                share(level),
                IntStream.rangeClosed(0, STEPS)
                        .map(step -> first + (most - first) * step / STEPS)
                        .distinct()
                        .mapToObj(n -> at(limits.at(n, level), n))
                        .toList());
    }

    /** What is expected is no whole number. */
    private static Limits curveOfExpected(ControlLimits limits, LimitLevel level, double most) {
        double first = Math.min(SMALLEST_EXPECTED, most);
        return new Limits(
                share(level),
                IntStream.rangeClosed(0, STEPS)
                        .mapToDouble(step -> first + (most - first) * step / STEPS)
                        .mapToObj(expected -> at(limits.at(expected, level), expected))
                        .toList());
    }

    private static AtSize at(ControlLimits.Limits limits, double size) {
        return new AtSize(size, limits.low(), limits.high());
    }

    static double share(LimitLevel level) {
        return level == LimitLevel.P_95 ? 0.95 : 0.998;
    }

    /** Above in the picture is more, above the limits is better. */
    static Standing standing(LimitStatus status, boolean moreIsBetter) {
        return switch (status) {
            case WITHIN, TOO_FEW -> Standing.WITHIN;
            case ABOVE_95 -> moreIsBetter ? Standing.ABOVE_95 : Standing.BELOW_95;
            case BELOW_95 -> moreIsBetter ? Standing.BELOW_95 : Standing.ABOVE_95;
            case ABOVE_99_8 -> moreIsBetter ? Standing.ABOVE_99_8 : Standing.BELOW_99_8;
            case BELOW_99_8 -> moreIsBetter ? Standing.BELOW_99_8 : Standing.ABOVE_99_8;
        };
    }

    /** Who is not drawn. */
    static String note(Benchmark benchmark, BenchmarkWords words) {
        long few = benchmark.places().stream()
                .filter(place ->
                        place.status().filter(LimitStatus.TOO_FEW::equals).isPresent())
                .count();
        long hidden =
                benchmark.places().stream().filter(place -> !place.isDrawn()).count() - few;
        return few + hidden == 0 ? "" : words.words("not-drawn", few, hidden);
    }
}
