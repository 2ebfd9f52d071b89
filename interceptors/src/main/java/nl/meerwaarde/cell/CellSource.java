package nl.meerwaarde.cell;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.meerwaarde.cell.DeliveredSums.Delivery;
import nl.meerwaarde.cell.ReportCells.Margin;
import nl.meerwaarde.consent.Population;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.measure.Stratifier;
import nl.meerwaarde.score.ScoreDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Where the numbers of a report come from: the facts of this server, and what organisations delivered. Where both tell of the same organisation and days, the
 * facts count and the delivered report does not.
 */
public class CellSource {
    private final FactQuery facts;
    private final SettledSums settled;
    private final DeliveredSums delivered;

    CellSource(FactQuery facts, SettledSums settled, DeliveredSums delivered) {
        this.facts = facts;
        this.settled = settled;
        this.delivered = delivered;
    }

    /**
     * The numbers of the scope.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException 422 when a delivered report is only in part about the period: it cannot be divided
     */
    public ReportCells cells(FactMeasure measure, ReportScope scope, @Nullable ScoreDefinition definition) {
        List<Delivery> deliveries = deliveries(measure, scope);
        refuse(
                deliveries.stream()
                        .filter(delivery -> !delivery.isWithin(scope.from(), scope.to()))
                        .toList(),
                "periodStart",
                "undivided");
        SettledSums.Ready ready = settled.ready(measure, scope, definition);
        return gather(
                measure,
                scope,
                new ReportCells(
                        facts.cells(measure, scope, definition, ready.kinds()),
                        settled.margins(measure, scope, ready),
                        List.of()),
                deliveries);
    }

    /** The numbers of the scope divided by everything at once, as far as they are this server's own, without reports that reach beyond it. */
    public ReportCells within(FactMeasure measure, ReportScope scope, @Nullable ScoreDefinition definition) {
        return gather(
                measure,
                scope,
                ReportCells.of(facts.cells(measure, scope, definition)),
                deliveries(measure, scope).stream()
                        .filter(delivery -> delivery.isWithin(scope.from(), scope.to()))
                        .toList());
    }

    /** Whether this server has facts of its own about an organisation in a period. */
    public boolean hasFacts(FactMeasure measure, String organization, LocalDate from, LocalDate to) {
        return facts.areAny(
                measure,
                new ReportScope(from, to, new Reporter.OfOrganization(organization), null, to, Population.EVERYBODY));
    }

    private List<Delivery> deliveries(FactMeasure measure, ReportScope scope) {
        if (scope.patient() != null || scope.reporter() instanceof Reporter.OfPractitioner) {
            return List.of();
        }
        List<Delivery> overlapping = delivered.overlapping(
                measure.canonical(), scope.from(), scope.to(), scope.reporter().owner());
        if (scope.reporter() instanceof Reporter.OfTeam team) {
            refuse(
                    overlapping.stream()
                            .filter(delivery -> team.organizations().contains(delivery.organization()))
                            .toList(),
                    "reporter",
                    "undivided-by-team");
            return List.of();
        }
        return overlapping;
    }

    private static void refuse(List<Delivery> deliveries, String parameter, String key) {
        if (!deliveries.isEmpty()) {
            throw Problems.unprocessable(deliveries.stream()
                    .map(delivery -> new Problem(
                            ProblemCode.UNDIVIDED_DELIVERY,
                            parameter,
                            Sentence.beside(
                                    CellSource.class, key, delivery.organization(), delivery.from(), delivery.to())))
                    .toList());
        }
    }

    /** An organisation of which everybody is left out has facts all the same. */
    private ReportCells gather(FactMeasure measure, ReportScope scope, ReportCells own, List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return own;
        }
        Set<String> owners = own.by(Stratifier.ORGANIZATION).keySet();
        List<Delivery> counted = deliveries.stream()
                .filter(delivery -> scope.population().isEverybody() && !owners.contains(delivery.organization())
                        || !hasFacts(measure, delivery.organization(), delivery.from(), delivery.to()))
                .toList();
        Map<String, List<PoolableStratum>> strata =
                delivered.strata(counted.stream().map(Delivery::report).toList());
        List<Margin> margins = new ArrayList<>(own.margins());
        counted.forEach(delivery -> strata.getOrDefault(delivery.report(), List.of())
                .forEach(stratum -> margins.add(margin(measure, delivery.organization(), stratum))));
        return new ReportCells(
                own.finest(), margins, counted.stream().map(Delivery::report).toList());
    }

    /** A stratum of what an organisation delivered, as numbers of a report. */
    public static Margin margin(FactMeasure measure, String organization, PoolableStratum stratum) {
        Map<Stratifier, String> strata = new EnumMap<>(Stratifier.class);
        strata.put(Stratifier.ORGANIZATION, organization);
        Stratifier.of(stratum.stratifier()).ifPresent(stratifier -> strata.put(stratifier, stratum.value()));
        return new Margin(
                stratum,
                PoolableNumbers.cell(measure, strata, stratum.numbers()),
                PoolableNumbers.contributions(measure, stratum.numbers()));
    }
}
