package nl.meerwaarde.pooling;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.meerwaarde.cell.CellSource;
import nl.meerwaarde.cell.FactCell;
import nl.meerwaarde.cell.PoolableStratum;
import nl.meerwaarde.cell.ReportCells;
import nl.meerwaarde.cell.ReportScope;
import nl.meerwaarde.cell.Reporter;
import nl.meerwaarde.consent.Population;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.figure.Figure;
import nl.meerwaarde.figure.OutcomeReport;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.measure.Stratifier;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupStratifierComponent;
import org.jspecify.annotations.Nullable;

/** Whether the figures that people read in a report are those that follow from the sums it tells to whoever pools it. */
final class ReportedGroups {
    private ReportedGroups() {}

    /** Every group of the report whose counts are other than its sums say. */
    static List<Problem> differences(
            MeasureReport report, FactMeasure measure, List<PoolableStratum> strata, String path) {
        ReportCells cells = new ReportCells(
                List.of(),
                strata.stream()
                        .map(stratum -> CellSource.margin(measure, "", stratum))
                        .toList(),
                List.of());
        ReportScope scope = new ReportScope(
                LocalDate.EPOCH, LocalDate.EPOCH, Reporter.EVERYBODY, null, LocalDate.EPOCH, Population.EVERYBODY);
        List<OutcomeReport.GroupReport> expected = OutcomeReport.of(
                        measure, scope, null, Instant.EPOCH, cells, FactCell.EMPTY)
                .groups();
        if (report.getGroup().size() != expected.size()) {
            return List.of(
                    problem(path + ".group", "other-groups", report.getGroup().size(), expected.size()));
        }
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            MeasureReportGroupComponent group = report.getGroup().get(i);
            String at = path + ".group[" + i + "]";
            if (!counts(group).equals(counts(expected.get(i).overall()))) {
                problems.add(problem(at, "group-differs"));
            }
            for (Map.Entry<Stratifier, Map<String, Figure>> stratifier :
                    expected.get(i).strata().entrySet()) {
                if (stratifier.getKey() != Stratifier.ORGANIZATION
                        && !strata(group, stratifier.getKey()).equals(counts(stratifier.getValue()))) {
                    problems.add(problem(at + ".stratifier", "group-differs"));
                }
            }
        }
        return problems;
    }

    private static Map<String, Map<String, BigDecimal>> counts(Map<String, Figure> figures) {
        Map<String, Map<String, BigDecimal>> counts = new TreeMap<>();
        figures.forEach((value, figure) -> counts.put(value, counts(figure)));
        return counts;
    }

    private static Map<String, BigDecimal> counts(Figure figure) {
        return figure.populations().stream()
                .collect(Collectors.toMap(
                        Figure.Population::code, population -> BigDecimal.valueOf(population.count()), (a, b) -> a));
    }

    private static Map<String, BigDecimal> counts(MeasureReportGroupComponent group) {
        return group.getPopulation().stream()
                .collect(Collectors.toMap(
                        population -> code(population.getCode()),
                        population -> BigDecimal.valueOf(
                                count(population.getCountElement().getValue())),
                        (a, b) -> a));
    }

    private static Map<String, Map<String, BigDecimal>> strata(
            MeasureReportGroupComponent group, Stratifier stratifier) {
        Map<String, Map<String, BigDecimal>> strata = new TreeMap<>();
        for (MeasureReportGroupStratifierComponent component : group.getStratifier()) {
            if (code(component.getCodeFirstRep()).equals(stratifier.code())) {
                component
                        .getStratum()
                        .forEach(stratum -> strata.put(
                                String.valueOf(stratum.getValue().getText()),
                                stratum.getPopulation().stream()
                                        .collect(Collectors.toMap(
                                                population -> code(population.getCode()),
                                                population -> BigDecimal.valueOf(count(population
                                                        .getCountElement()
                                                        .getValue())),
                                                (a, b) -> a))));
            }
        }
        return strata;
    }

    /** A count that is hidden or missing is none. */
    private static long count(@Nullable Integer count) {
        return Optional.ofNullable(count).orElse(-1);
    }

    private static String code(CodeableConcept concept) {
        return String.valueOf(concept.getCodingFirstRep().getCode());
    }

    private static Problem problem(String path, String key, Object... arguments) {
        return new Problem(ProblemCode.NOT_POOLABLE, path, Sentence.beside(ReportedGroups.class, key, arguments));
    }
}
