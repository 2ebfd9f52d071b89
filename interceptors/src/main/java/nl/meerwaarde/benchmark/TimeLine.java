package nl.meerwaarde.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.meerwaarde.benchmark.FunnelPlot.Standing;
import nl.meerwaarde.statistics.ControlLimits;
import nl.meerwaarde.statistics.LimitLevel;

/**
 * Organisations over several periods, before it is drawn.
 *
 * @param language of names and sentences
 * @param unit what is compared
 * @param title of the comparison
 * @param outcome what the vertical axis shows, with its unit
 * @param percent whether outcomes are shares
 * @param periods names of the periods, in order
 * @param targets what all are compared with in each period; empty where that is not known
 * @param lines the organisations
 */
record TimeLine(
        String language,
        Unit unit,
        String title,
        String outcome,
        boolean percent,
        List<String> periods,
        List<Optional<Double>> targets,
        List<Line> lines) {
    TimeLine {
        periods = List.copyOf(periods);
        targets = List.copyOf(targets);
        lines = List.copyOf(lines);
    }

    /**
     * An organisation.
     *
     * @param stops what is told of it in each period; empty where nothing is, or where it has too few patients
     */
    record Line(String name, boolean own, List<Optional<Stop>> stops) {
        Line {
            stops = List.copyOf(stops);
        }
    }

    /**
     * An organisation in a period.
     *
     * @param inner its 95 % limits
     * @param outer its 99.8 % limits
     */
    record Stop(
            double outcome, int patients, Standing standing, ControlLimits.Limits inner, ControlLimits.Limits outer) {}

    /** The comparisons of some periods, in the same order as the periods; not empty. */
    static TimeLine of(List<Benchmark> benchmarks, BenchmarkWords words, List<String> periods) {
        ReportedGroup group = benchmarks.get(0).group();
        Map<String, Place> known = new LinkedHashMap<>();
        benchmarks.forEach(benchmark -> benchmark.places().forEach(place -> known.putIfAbsent(place.key(), place)));
        return new TimeLine(
                words.language(),
                group.unit(),
                words.title() + ", " + periods.get(0) + " – " + periods.get(periods.size() - 1),
                words.outcome(group),
                group.isShare(),
                periods,
                benchmarks.stream()
                        .map(benchmark -> benchmark.limits().map(ControlLimits::target))
                        .toList(),
                known.values().stream()
                        .map(place -> new Line(words.name(place), place.own(), stops(place.key(), benchmarks)))
                        .filter(line -> line.stops().stream().anyMatch(Optional::isPresent))
                        .toList());
    }

    private static List<Optional<Stop>> stops(String key, List<Benchmark> benchmarks) {
        List<Optional<Stop>> stops = new ArrayList<>();
        for (Benchmark benchmark : benchmarks) {
            stops.add(benchmark.places().stream()
                    .filter(place -> place.key().equals(key) && place.isDrawn())
                    .findFirst()
                    .map(place -> stop(place, benchmark)));
        }
        return stops;
    }

    private static Stop stop(Place place, Benchmark benchmark) {
        ControlLimits limits = benchmark.limits().orElseThrow();
        int patients = place.figure().patients().orElseThrow();
        return new Stop(
                place.figure().value().orElseThrow().doubleValue(),
                patients,
                FunnelPlots.standing(place.status().orElseThrow(), benchmark.moreIsBetter()),
                limits.at(place.figure().size(), LimitLevel.P_95),
                limits.at(place.figure().size(), LimitLevel.P_99_8));
    }
}
