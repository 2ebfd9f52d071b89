package nl.meerwaarde.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.meerwaarde.disclosure.Earlier;
import nl.meerwaarde.disclosure.Periods;
import nl.meerwaarde.disclosure.Position;
import nl.meerwaarde.disclosure.Pseudonyms;
import nl.meerwaarde.disclosure.Reason;
import nl.meerwaarde.disclosure.Recipient;
import nl.meerwaarde.disclosure.RecipientPolicies;
import nl.meerwaarde.disclosure.RecipientPolicy;
import nl.meerwaarde.disclosure.Told;
import nl.meerwaarde.fhir.ExtensionLookup;
import nl.meerwaarde.measure.CountNames;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.measure.Stratifier;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MeasureReport;

/** Which numbers the published reports of a year show and hide: those of a recipient, and those of the public, which it sees too. */
class PublishedPatterns {
    private final PublishedReports published;
    private final RecipientPolicies policies;
    private final Pseudonyms pseudonyms;

    PublishedPatterns(PublishedReports published, RecipientPolicies policies, Pseudonyms pseudonyms) {
        this.published = published;
        this.policies = policies;
        this.pseudonyms = pseudonyms;
    }

    Earlier of(FactMeasure measure, Recipient recipient, int year) {
        List<Earlier> releases = Stream.of(
                        RecipientPolicies.PUBLIC, recipient.policy().code())
                .distinct()
                .map(code -> of(measure, code, recipient.policy(), year))
                .toList();
        return (position, count) -> releases.stream()
                .flatMap(release -> release.told(position, count).stream())
                .reduce(Told::and);
    }

    /** What was published for a kind of recipient. */
    private Earlier of(FactMeasure measure, String recipient, RecipientPolicy asking, int year) {
        int threshold = policies.find(recipient).orElse(asking).threshold();
        Map<Position, Map<String, Told>> told = new HashMap<>();
        Periods.ofYear(year, asking.periods()).stream()
                .flatMap(Periods.Node::withParts)
                .forEach(period -> published
                        .find(PublishedReports.key(measure, period.days(), recipient))
                        .ifPresent(report -> read(measure, report, period.position(), threshold, told)));
        if (told.isEmpty()) {
            return Earlier.NOTHING;
        }
        Pseudonyms.Names names =
                pseudonyms.released(recipient, measure.canonical().url());
        return (position, count) -> Stream.concat(Stream.of(position), underPseudonym(position, names))
                .flatMap(place ->
                        Stream.ofNullable(told.getOrDefault(place, Map.of()).get(count)))
                .reduce(Told::and);
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
            FactMeasure measure,
            MeasureReport report,
            Position period,
            int threshold,
            Map<Position, Map<String, Told>> told) {
        for (int i = 0; i < Math.min(report.getGroup().size(), measure.groups().size()); i++) {
            FactMeasure.Group group = measure.groups().get(i);
            MeasureReport.MeasureReportGroupComponent reported =
                    report.getGroup().get(i);
            reported.getPopulation()
                    .forEach(population -> note(
                            told,
                            period,
                            group,
                            population.getCode(),
                            told(population.getCountElement(), population, threshold)));
            reported.getStratifier()
                    .forEach(stratifier -> stratifier.getStratum().forEach(stratum -> {
                        Position place = period.with(
                                stratifier.getCodeFirstRep().getCodingFirstRep().getCode(),
                                stratum.getValue().getText());
                        stratum.getPopulation()
                                .forEach(population -> note(
                                        told,
                                        place,
                                        group,
                                        population.getCode(),
                                        told(population.getCountElement(), population, threshold)));
                    }));
        }
    }

    private static void note(
            Map<Position, Map<String, Told>> told,
            Position place,
            FactMeasure.Group group,
            CodeableConcept population,
            Told here) {
        told.computeIfAbsent(place, at -> new HashMap<>())
                .merge(CountNames.count(group, population.getCodingFirstRep().getCode()), here, Told::and);
    }

    private static Told told(IntegerType count, Element population, int threshold) {
        if (count.hasValue()) {
            return Told.SHOWN;
        }
        return Told.hidden(
                ExtensionLookup.first(population.getExtension(), Canonicals.Extensions.SUPPRESSION_REASON)
                        .flatMap(extension -> Reason.of(extension.getValue().primitiveValue()))
                        .orElse(Reason.WITHHELD),
                ExtensionLookup.first(population.getExtension(), Canonicals.Extensions.COUNT_BELOW)
                        .map(extension -> Integer.parseInt(extension.getValue().primitiveValue()))
                        .orElse(threshold));
    }
}
