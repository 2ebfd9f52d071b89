package nl.meerwaarde.figure;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.meerwaarde.cell.FactCell;
import nl.meerwaarde.cell.ReportCells;
import nl.meerwaarde.cell.ReportScope;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.measure.Stratifier;
import nl.meerwaarde.score.ScoreDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A computed report, before it is a resource.
 *
 * @param definition what the score means, or null
 * @param asOf when the facts were read
 * @param groups the groups with their figures, in the order of the Measure
 */
public record OutcomeReport(
        FactMeasure measure,
        ReportScope scope,
        @Nullable ScoreDefinition definition,
        Instant asOf,
        List<GroupReport> groups) {
    /** A group: its figure over all, and its figures by stratum. */
    public record GroupReport(FactMeasure.Group group, Figure overall, Map<Stratifier, Map<String, Figure>> strata) {}

    /**
     * Adds up the cells and computes every figure.
     *
     * @param everybody all episodes of the period, where a figure compares with them
     */
    public static OutcomeReport of(
            FactMeasure measure,
            ReportScope scope,
            @Nullable ScoreDefinition definition,
            Instant asOf,
            ReportCells cells,
            FactCell everybody) {
        int direction = definition != null && Boolean.FALSE.equals(definition.higherIsBetter()) ? -1 : 1;
        Standard standard = Standard.of(measure, everybody, direction);
        FactCell all = cells.total();
        Map<Stratifier, Map<String, FactCell>> strata = new LinkedHashMap<>();
        for (Stratifier stratifier : Stratifier.values()) {
            strata.put(stratifier, cells.by(stratifier));
        }
        List<GroupReport> groups = measure.groups().stream()
                .map(group -> new GroupReport(group, Figure.of(group, all, standard), figures(group, strata, standard)))
                .toList();
        return new OutcomeReport(measure, scope, definition, asOf, groups);
    }

    private static Map<Stratifier, Map<String, Figure>> figures(
            FactMeasure.Group group, Map<Stratifier, Map<String, FactCell>> strata, Standard standard) {
        Map<Stratifier, Map<String, Figure>> figures = new LinkedHashMap<>();
        for (Stratifier stratifier : group.stratifiers()) {
            Map<String, Figure> byStratum = new LinkedHashMap<>();
            strata.getOrDefault(stratifier, Map.of())
                    .forEach((stratum, cell) -> byStratum.put(stratum, Figure.of(group, cell, standard)));
            figures.put(stratifier, byStratum);
        }
        return figures;
    }
}
