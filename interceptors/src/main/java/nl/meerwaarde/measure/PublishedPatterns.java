package nl.meerwaarde.measure;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.meerwaarde.disclosure.Earlier;
import nl.meerwaarde.disclosure.Position;
import nl.meerwaarde.disclosure.Recipient;
import nl.meerwaarde.disclosure.RecipientPolicies;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.MeasureReport;

/** Which numbers the published reports of a year show and hide: those of a recipient, and those of the public, which it sees too. */
class PublishedPatterns {
    private final PublishedReports published;

    PublishedPatterns(PublishedReports published) {
        this.published = published;
    }

    Earlier of(FactMeasure measure, Recipient recipient, int year) {
        Map<Position, Map<String, Boolean>> shown = new HashMap<>();
        var periods = recipient.policy().periods();
        Periods.ofYear(year, periods).stream()
                .flatMap(Periods.Node::withParts)
                .forEach(period -> Stream.of(
                                RecipientPolicies.PUBLIC, recipient.policy().code())
                        .distinct()
                        .flatMap(code -> published.find(PublishedReports.key(measure, period.days(), code)).stream())
                        .forEach(report -> read(measure, report, period.position(), shown)));
        return (position, count) ->
                Optional.ofNullable(shown.getOrDefault(position, Map.of()).get(count));
    }

    private static void read(
            FactMeasure measure, MeasureReport report, Position period, Map<Position, Map<String, Boolean>> shown) {
        for (int i = 0; i < Math.min(report.getGroup().size(), measure.groups().size()); i++) {
            FactMeasure.Group group = measure.groups().get(i);
            MeasureReport.MeasureReportGroupComponent reported =
                    report.getGroup().get(i);
            reported.getPopulation()
                    .forEach(population -> note(
                            shown,
                            period,
                            group,
                            population.getCode(),
                            population.getCountElement().hasValue()));
            reported.getStratifier()
                    .forEach(stratifier -> stratifier.getStratum().forEach(stratum -> {
                        Position place = period.with(
                                stratifier.getCodeFirstRep().getCodingFirstRep().getCode(),
                                stratum.getValue().getText());
                        stratum.getPopulation()
                                .forEach(population -> note(
                                        shown,
                                        place,
                                        group,
                                        population.getCode(),
                                        population.getCountElement().hasValue()));
                    }));
        }
    }

    private static void note(
            Map<Position, Map<String, Boolean>> shown,
            Position place,
            FactMeasure.Group group,
            CodeableConcept population,
            boolean isShown) {
        shown.computeIfAbsent(place, at -> new HashMap<>())
                .merge(
                        ReportCounts.count(group, population.getCodingFirstRep().getCode()),
                        isShown,
                        Boolean::logicalOr);
    }
}
