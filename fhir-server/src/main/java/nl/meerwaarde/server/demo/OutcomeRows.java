package nl.meerwaarde.server.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupPopulationComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupPopulationComponent;
import org.hl7.fhir.r4.model.Quantity;

/** Reads the lines of the printed report from a MeasureReport: one per hospital and one for all. */
final class OutcomeRows {
    private static final String ALL = "All hospitals";

    private final MeasureReport report;
    private final Map<String, String> names;

    /** @param names of the hospitals by reference ({@code Organization/id}) */
    OutcomeRows(MeasureReport report, Map<String, String> names) {
        this.report = report;
        this.names = names;
    }

    /** The largest hospital first, all of them together last. */
    List<OutcomeRow> rows() {
        List<OutcomeRow> rows = new ArrayList<>(hospitals()
                .map(hospital -> row(names.getOrDefault(hospital, hospital), hospital))
                .sorted(Comparator.comparingInt(OutcomeRow::eligible).reversed())
                .toList());
        rows.add(row(ALL, ALL));
        return rows;
    }

    private Stream<String> hospitals() {
        return strata(group("response-chain")).map(OutcomeRows::hospital);
    }

    private OutcomeRow row(String name, String hospital) {
        return new OutcomeRow(
                name,
                count("response-chain", hospital, "eligible"),
                count("response-chain", hospital, "returned"),
                count("response-chain", hospital, "paired"),
                score("mean-before", hospital),
                score("mean-after", hospital),
                score("mean-gain", hospital),
                score("improved-any", hospital),
                score("reached-mic", hospital),
                score("adjusted-gain", hospital),
                hospital.equals(ALL) ? "" : status(figure("adjusted-gain", hospital)));
    }

    /** How many episodes of all hospitals are in a population of the response chain. */
    int countOfAll(String population) {
        return count("response-chain", ALL, population);
    }

    private MeasureReportGroupComponent group(String statistic) {
        return report.getGroup().stream()
                .filter(group -> code(group, Canonicals.Extensions.STATISTIC).equals(statistic))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The report has no " + statistic));
    }

    private static Stream<StratifierGroupComponent> strata(MeasureReportGroupComponent group) {
        return group.getStratifier().stream()
                .filter(stratifier -> "organization"
                        .equals(stratifier.getCodeFirstRep().getCodingFirstRep().getCode()))
                .flatMap(stratifier -> stratifier.getStratum().stream());
    }

    private static String hospital(StratifierGroupComponent stratum) {
        return "Organization/" + stratum.getValue().getText();
    }

    /** The group itself for all hospitals, else the hospital's stratum. */
    private Element figure(String statistic, String hospital) {
        MeasureReportGroupComponent group = group(statistic);
        return hospital.equals(ALL)
                ? group
                : strata(group)
                        .filter(stratum -> hospital(stratum).equals(hospital))
                        .findFirst()
                        .orElseThrow();
    }

    private int count(String statistic, String hospital, String population) {
        return figure(statistic, hospital) instanceof StratifierGroupComponent stratum
                ? stratum.getPopulation().stream()
                        .filter(p -> population.equals(
                                p.getCode().getCodingFirstRep().getCode()))
                        .mapToInt(StratifierGroupPopulationComponent::getCount)
                        .sum()
                : group(statistic).getPopulation().stream()
                        .filter(p -> population.equals(
                                p.getCode().getCodingFirstRep().getCode()))
                        .mapToInt(MeasureReportGroupPopulationComponent::getCount)
                        .sum();
    }

    private Optional<BigDecimal> score(String statistic, String hospital) {
        Quantity score = figure(statistic, hospital) instanceof StratifierGroupComponent stratum
                ? stratum.getMeasureScore()
                : group(statistic).getMeasureScore();
        return Optional.ofNullable(score.getValue());
    }

    private static String status(Element figure) {
        return code(figure, Canonicals.Extensions.CONTROL_LIMIT_STATUS);
    }

    private static String code(Element element, String url) {
        Extension extension = element.getExtensionByUrl(url);
        return extension == null ? "" : String.valueOf(extension.getValue().primitiveValue());
    }
}
