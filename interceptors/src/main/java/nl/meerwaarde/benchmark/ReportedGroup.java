package nl.meerwaarde.benchmark;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.ExtensionLookup;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupStratifierComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;

/**
 * What a report tells of one statistic, in total and by what is compared.
 *
 * @param component as it stands in the report
 * @param unit what is compared
 */
record ReportedGroup(MeasureReportGroupComponent component, Unit unit) {
    private static final String ADJUSTED = "adjusted-gain";
    private static final String RATIO = "observed-over-expected";
    private static final Set<String> OF_SHARES = Set.of("denominator", "eligible");

    /** The groups of a report that are divided by what is compared, in its order. */
    static List<ReportedGroup> of(MeasureReport report, Unit unit) {
        return report.getGroup().stream()
                .map(group -> new ReportedGroup(group, unit))
                .filter(group -> group.byUnit().isPresent())
                .toList();
    }

    /**
     * The group that is asked for.
     *
     * @param name its id in the Measure or the code of its statistic; empty: what is adjusted for case mix, else the first there is
     */
    static Optional<ReportedGroup> named(Optional<String> name, List<ReportedGroup> groups) {
        return name.isPresent()
                ? groups.stream()
                        .filter(group -> name.get().equals(group.component.getId()))
                        .findFirst()
                        .or(() -> ofStatistic(name.get(), groups))
                : ofStatistic(ADJUSTED, groups)
                        .or(() -> ofStatistic(RATIO, groups))
                        .or(() -> groups.stream().findFirst());
    }

    private static Optional<ReportedGroup> ofStatistic(String statistic, List<ReportedGroup> groups) {
        return groups.stream()
                .filter(group -> group.statistic().equals(statistic))
                .findFirst();
    }

    /** How a client names it. */
    String name() {
        return component.hasId() ? component.getId() : statistic();
    }

    /** The code of what it says. */
    String statistic() {
        return ExtensionLookup.text(component.getExtension(), Extensions.STATISTIC)
                .orElse("");
    }

    boolean isAdjusted() {
        return statistic().equals(ADJUSTED);
    }

    /** Whether it is a share, otherwise a mean in points of the score. */
    boolean isShare() {
        return !isRatio()
                && component.getPopulation().stream()
                        .anyMatch(population -> OF_SHARES.contains(
                                population.getCode().getCodingFirstRep().getCode()));
    }

    /** Whether it is how many there were over how many were expected. */
    boolean isRatio() {
        return statistic().equals(RATIO);
    }

    ReportedFigure everybody() {
        return ReportedFigure.of(component);
    }

    Optional<MeasureReportGroupStratifierComponent> byUnit() {
        return component.getStratifier().stream()
                .filter(stratifier -> stratifier.getCode().stream()
                        .anyMatch(code ->
                                unit.code().equals(code.getCodingFirstRep().getCode())))
                .findFirst();
    }

    Stream<StratifierGroupComponent> units() {
        return byUnit().stream().flatMap(stratifier -> stratifier.getStratum().stream());
    }
}
