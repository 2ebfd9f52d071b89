package nl.meerwaarde.measure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.meerwaarde.disclosure.Earlier;
import nl.meerwaarde.disclosure.PeriodGrid;
import nl.meerwaarde.disclosure.Position;
import nl.meerwaarde.disclosure.Pseudonyms;
import nl.meerwaarde.disclosure.Recipient;
import nl.meerwaarde.disclosure.RecipientPolicies;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.MeasureReport;

/** Which numbers the published reports of a year show and hide: those of a recipient, and those of the public, which it sees too. */
class PublishedPatterns {
    private final PublishedReports published;
    private final Pseudonyms pseudonyms;

    PublishedPatterns(PublishedReports published, Pseudonyms pseudonyms) {
        this.published = published;
        this.pseudonyms = pseudonyms;
    }

    Earlier of(FactMeasure measure, Recipient recipient, int year) {
        List<Earlier> releases = Stream.of(
                        RecipientPolicies.PUBLIC, recipient.policy().code())
                .distinct()
                .map(code -> of(measure, code, recipient.policy().periods(), year))
                .toList();
        return (position, count) -> releases.stream()
                .flatMap(release -> release.wasShown(position, count).stream())
                .reduce(Boolean::logicalOr);
    }

    /** What was published for a kind of recipient. */
    private Earlier of(FactMeasure measure, String recipient, Set<PeriodGrid> periods, int year) {
        Map<Position, Map<String, Boolean>> shown = new HashMap<>();
        Periods.ofYear(year, periods).stream()
                .flatMap(Periods.Node::withParts)
                .forEach(period -> published
                        .find(PublishedReports.key(measure, period.days(), recipient))
                        .ifPresent(report -> read(measure, report, period.position(), shown)));
        if (shown.isEmpty()) {
            return Earlier.NOTHING;
        }
        Pseudonyms.Names names =
                pseudonyms.released(recipient, measure.canonical().url());
        return (position, count) -> Stream.concat(Stream.of(position), underPseudonym(position, names))
                .flatMap(place ->
                        Stream.ofNullable(shown.getOrDefault(place, Map.of()).get(count)))
                .reduce(Boolean::logicalOr);
    }

    /** Where a published report has what belongs to an organisation that its recipient may not know. */
    private static Stream<Position> underPseudonym(Position position, Pseudonyms.Names names) {
        String organization = position.values().get(Stratifier.ORGANIZATION.code());
        return organization == null
                ? Stream.empty()
                : names.pseudonym(organization).stream()
                        .map(pseudonym -> position.with(Stratifier.ORGANIZATION.code(), pseudonym));
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
