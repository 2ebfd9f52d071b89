package nl.meerwaarde.measure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.disclosure.Disclosed;
import nl.meerwaarde.disclosure.DisclosedCell;
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
 */
record DisclosedFigure(
        Optional<Disclosed> value,
        boolean proportion,
        List<Population> populations,
        Optional<Disclosed> deviation,
        Optional<LimitStatus> status,
        Optional<Figure.PoolableCell> cell) {
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
        List<String> counts = countsOf(group);
        List<String> summed = summedOf(group);
        Disclosed number = adjustable || group.statistic() != Statistic.ADJUSTED_GAIN
                ? value(group, figure.value().orElse(BigDecimal.ZERO), cell)
                : cell.withheld();
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
                                cell.count(ReportCounts.count(group, population.code()))))
                        .toList(),
                figure.deviation()
                        .map(sd -> cell.derived(sd, counts, summed))
                        .filter(sd -> !(sd instanceof Disclosed.Suppressed)),
                figure.status().filter(status -> !hidden),
                figure.cell().filter(sums -> cell.isExact(counts, summed)));
    }

    private static Disclosed value(FactMeasure.Group group, BigDecimal number, DisclosedCell cell) {
        return switch (group.statistic()) {
            case RESPONSE_CHAIN -> cell.share(ReportCounts.PAIRED, ReportCounts.ELIGIBLE, number);
            case IMPROVED_ANY,
                    UNCHANGED,
                    WORSENED,
                    BEYOND_MEASUREMENT_ERROR,
                    REACHED_MIC,
                    TOP_SCORE,
                    EVENT_RATE,
                    TREATED_WITHIN_DAYS,
                    GOALS_ATTAINED -> cell.share(ReportCounts.numerator(group), ReportCounts.set(group), number);
            case ADJUSTED_GAIN -> cell.adjusted(number, ReportCounts.set(group));
            case MEAN_BEFORE, MEAN_AFTER, MEAN_GAIN, MEAN_SCORE, MEAN_DAYS_TO_TREATMENT ->
                cell.derived(number, countsOf(group), summedOf(group));
        };
    }

    private static List<String> countsOf(FactMeasure.Group group) {
        return switch (group.statistic()) {
            case RESPONSE_CHAIN -> List.of(ReportCounts.PAIRED, ReportCounts.ELIGIBLE);
            case IMPROVED_ANY,
                    UNCHANGED,
                    WORSENED,
                    BEYOND_MEASUREMENT_ERROR,
                    REACHED_MIC,
                    TOP_SCORE,
                    EVENT_RATE,
                    TREATED_WITHIN_DAYS,
                    GOALS_ATTAINED -> List.of(ReportCounts.numerator(group), ReportCounts.set(group));
            case ADJUSTED_GAIN, MEAN_BEFORE, MEAN_AFTER, MEAN_GAIN, MEAN_SCORE, MEAN_DAYS_TO_TREATMENT ->
                List.of(ReportCounts.set(group));
        };
    }

    private static List<String> summedOf(FactMeasure.Group group) {
        return switch (group.statistic()) {
            case ADJUSTED_GAIN, MEAN_BEFORE, MEAN_AFTER, MEAN_GAIN, MEAN_SCORE, MEAN_DAYS_TO_TREATMENT ->
                List.of(ReportCounts.set(group));
            default -> List.of();
        };
    }
}
