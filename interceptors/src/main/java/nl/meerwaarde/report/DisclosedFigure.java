package nl.meerwaarde.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.disclosure.Disclosed;
import nl.meerwaarde.disclosure.DisclosedCell;
import nl.meerwaarde.figure.Figure;
import nl.meerwaarde.measure.CountNames;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.measure.Statistic;
import nl.meerwaarde.statistics.LimitStatus;

/**
 * A figure as its recipient may see it; nothing else is written into a report.
 *
 * @param value the number; empty where there is nothing to compute it from
 * @param proportion whether it is a share (0 to 1), otherwise points of the score
 * @param populations how many episodes it stands on
 * @param deviation sample SD that goes with a mean; empty when there is none or it may not be shown
 * @param status control-limit status of an adjusted figure; likewise
 * @param cell the sums it follows from; likewise
 * @param expectedShare share that a case-mix model expected; likewise
 * @param adjustedShare share as it would be with everybody's patients; likewise
 */
record DisclosedFigure(
        Optional<Disclosed> value,
        boolean proportion,
        List<Population> populations,
        Optional<Disclosed> deviation,
        Optional<LimitStatus> status,
        Optional<Figure.PoolableCell> cell,
        Optional<Disclosed> expectedShare,
        Optional<Disclosed> adjustedShare) {
    /**
     * A population with its disclosed count.
     *
     * @param system of the code
     */
    record Population(String system, String code, Disclosed count) {}

    /**
     * What of a figure may be shown.
     *
     * @param cell what of its numbers may be shown
     * @param adjustable whether the reference that adjusted values compare with may be known
     */
    static DisclosedFigure of(FactMeasure.Group group, Figure figure, DisclosedCell cell, boolean adjustable) {
        Sources sources = Sources.of(group);
        boolean comparesWithExpected = group.statistic() == Statistic.OBSERVED_OVER_EXPECTED;
        // Of observed over expected only the adjusted share needs everybody's.
        Disclosed number = adjustable || comparesWithExpected ? value(group, figure, cell, sources) : cell.withheld();
        // Whether there is nothing to compute from is not told either of what is hidden.
        boolean hidden = number instanceof Disclosed.Suppressed;
        Optional<Disclosed> value = figure.value().isPresent() || hidden ? Optional.of(number) : Optional.empty();
        return new DisclosedFigure(
                value,
                figure.proportion(),
                figure.populations().stream()
                        .map(population -> new Population(
                                population.system(),
                                population.code(),
                                cell.count(CountNames.count(group, population.code()))))
                        .toList(),
                shown(figure.deviation().map(sd -> cell.derived(sd, sources.counts(), sources.summed()))),
                figure.status().filter(status -> !hidden),
                figure.cell().filter(sums -> cell.isExact(sources.counts(), sources.summed())),
                shown(figure.shares()
                        .map(shares -> cell.derived(shares.expected(), sources.counts(), sources.summed()))),
                shown(figure.shares()
                        .flatMap(Figure.Shares::adjusted)
                        .filter(share -> adjustable && cell.isExact(sources.counts(), sources.summed()))
                        .map(share ->
                                cell.adjusted(share, CountNames.set(group), sources.counts(), sources.summed()))));
    }

    private static Optional<Disclosed> shown(Optional<Disclosed> number) {
        return number.filter(known -> !(known instanceof Disclosed.Suppressed));
    }

    private static Disclosed value(FactMeasure.Group group, Figure figure, DisclosedCell cell, Sources sources) {
        BigDecimal number = figure.value().orElse(BigDecimal.ZERO);
        String set = CountNames.set(group);
        return switch (group.statistic()) {
            case RESPONSE_CHAIN -> cell.share(CountNames.PAIRED, CountNames.ELIGIBLE, number);
            case ADJUSTED_GAIN -> cell.adjusted(number, set, sources.counts(), sources.summed());
            case OBSERVED_OVER_EXPECTED ->
                cell.overExpected(
                        number,
                        CountNames.numerator(group),
                        set,
                        figure.shares().map(Figure.Shares::expected).orElse(BigDecimal.ZERO));
            default ->
                group.statistic().isShare()
                        ? cell.share(CountNames.numerator(group), set, number)
                        : cell.derived(number, sources.counts(), sources.summed());
        };
    }

    /**
     * What a figure is computed from.
     *
     * @param counts numbers of episodes
     * @param summed the counts over whose members the sums go
     */
    private record Sources(List<String> counts, List<String> summed) {
        static Sources of(FactMeasure.Group group) {
            String set = CountNames.set(group);
            if (group.statistic() == Statistic.RESPONSE_CHAIN) {
                return new Sources(List.of(CountNames.PAIRED, CountNames.ELIGIBLE), List.of());
            }
            if (group.statistic() == Statistic.OBSERVED_OVER_EXPECTED) {
                return new Sources(List.of(CountNames.numerator(group), set), List.of(CountNames.numerator(group)));
            }
            return group.statistic().isShare()
                    ? new Sources(List.of(CountNames.numerator(group), set), List.of())
                    : new Sources(List.of(set), List.of(set));
        }
    }
}
