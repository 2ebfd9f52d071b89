package nl.meerwaarde.report;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meerwaarde.cell.CellSource;
import nl.meerwaarde.cell.ContributionQuery;
import nl.meerwaarde.cell.FactCell;
import nl.meerwaarde.cell.PoolableStratum;
import nl.meerwaarde.cell.ReleasedFacts;
import nl.meerwaarde.cell.ReportCells;
import nl.meerwaarde.cell.ReportScope;
import nl.meerwaarde.cell.Reporter;
import nl.meerwaarde.disclosure.Cell;
import nl.meerwaarde.disclosure.Earlier;
import nl.meerwaarde.disclosure.PeriodGrid;
import nl.meerwaarde.disclosure.Periods;
import nl.meerwaarde.disclosure.Position;
import nl.meerwaarde.disclosure.Pseudonyms;
import nl.meerwaarde.disclosure.Recipient;
import nl.meerwaarde.disclosure.RecipientPolicies;
import nl.meerwaarde.disclosure.RecipientPolicy;
import nl.meerwaarde.disclosure.Release;
import nl.meerwaarde.disclosure.Releases;
import nl.meerwaarde.disclosure.Table;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.figure.OutcomeReport;
import nl.meerwaarde.measure.CountNames;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.measure.Stratifier;
import nl.meerwaarde.score.ScoreDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Lets a report through disclosure control. Whichever period is asked for, the figures of all periods of that calendar year are looked at together, with
 * what was published of them before: so reports about different periods do not give each other's hidden numbers away.
 */
class ReportDisclosure {
    private static final String ORGANIZATION = Stratifier.ORGANIZATION.code();

    private final CellSource source;
    private final ContributionQuery contributions;
    private final ReleasedFacts released;
    private final PublishedPatterns published;
    private final Releases releases = new Releases();
    private final RecipientPolicies policies;
    private final Pseudonyms pseudonyms;

    ReportDisclosure(
            CellSource source,
            ContributionQuery contributions,
            ReleasedFacts released,
            PublishedPatterns published,
            RecipientPolicies policies,
            Pseudonyms pseudonyms) {
        this.source = source;
        this.contributions = contributions;
        this.released = released;
        this.published = published;
        this.policies = policies;
        this.pseudonyms = pseudonyms;
    }

    /**
     * What is known to a recipient before it gets a report.
     *
     * @param published which numbers reports of the same year showed and hid
     * @param open the policy of the public, when it hides other numbers than the recipient's own; or null
     * @param names under which organisations appear to it
     */
    record Known(Earlier published, @Nullable RecipientPolicy open, Pseudonyms.Names names) {}

    /** What a recipient knows before it gets a report of a year. Reads resources, so it may not run in the transaction of a report. */
    Known known(FactMeasure measure, Recipient recipient, int year) {
        RecipientPolicy open = policies.find(RecipientPolicies.PUBLIC)
                .filter(policy -> !policy.exact() && !policy.hasSameLimits(recipient.policy()))
                .orElse(null);
        return new Known(
                published.of(measure, recipient, year),
                open,
                pseudonyms.of(recipient, measure.canonical().url()));
    }

    /**
     * What the recipient may see of a report about everybody. Runs in the transaction in which the report was computed.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException when it would give away what an earlier one hid
     */
    DisclosedReport disclose(OutcomeReport report, Recipient recipient, Known known) {
        ReportScope scope = report.scope();
        Facts facts = new Facts(report.measure(), scope, report.definition());
        Release release = releases.of(
                recipient,
                facts.table(recipient.policy().periods()),
                known.published().and(openRelease(facts, known.open())));
        if (!release.unprotected().isEmpty()) {
            throw Problems.unprocessable(new Problem(
                    ProblemCode.WOULD_DISCLOSE,
                    "MeasureReport.period",
                    Sentence.beside(
                            ReportDisclosure.class,
                            "would-disclose",
                            recipient.policy().code())));
        }
        Position period =
                Periods.position(scope.from(), scope.to(), recipient.policy().periods());
        return DisclosedReport.of(
                        report,
                        recipient,
                        (group, figure, stratifier, stratum) ->
                                release.cell(stratifier == null ? period : period.with(stratifier.code(), stratum)),
                        group -> adjustable(report, group, release, period))
                .underNames(known.names());
    }

    /** Without a published reference, adjusted values compare with everybody of the period: whoever knows one knows something of all. */
    private static boolean adjustable(OutcomeReport report, FactMeasure.Group group, Release release, Position period) {
        return switch (group.statistic()) {
            case ADJUSTED_GAIN ->
                report.measure().reference() != null
                        || release.cell(period).mayShow(Set.of(CountNames.MODELLED), Set.of(CountNames.MODELLED));
            case OBSERVED_OVER_EXPECTED ->
                release.cell(period).mayShow(Set.of(CountNames.set(group), CountNames.numerator(group)), Set.of());
            default -> true;
        };
    }

    /** Everybody sees what is public, so what the public may not see stays hidden for those with other rules as well. */
    private Earlier openRelease(Facts facts, @Nullable RecipientPolicy open) {
        if (open == null) {
            return Earlier.NOTHING;
        }
        Release release = releases.of(Recipient.of(open), facts.table(open.periods()), Earlier.NOTHING);
        return release::told;
    }

    /** The facts of a calendar year, by period. */
    private final class Facts {
        private final FactMeasure measure;
        private final ReportScope scope;
        private final @Nullable ScoreDefinition definition;
        private final Map<PeriodGrid.Period, Map<Place, Cell>> read = new HashMap<>();

        Facts(FactMeasure measure, ReportScope scope, @Nullable ScoreDefinition definition) {
            this.measure = measure;
            this.scope = scope;
            this.definition = definition;
        }

        Table table(Set<PeriodGrid> periods) {
            Map<Place, Cell> finest = new LinkedHashMap<>();
            Periods.ofYear(scope.from().getYear(), periods).forEach(period -> add(finest, period));
            Table.Builder table =
                    new ReportCounts(measure).table(finest.values()).ownedBy(ORGANIZATION);
            finest.forEach((place, cell) -> place.add(table, cell));
            List<Set<String>> groupings = Periods.groupings(periods);
            Set<String> stratifiers = new TreeSet<>();
            measure.groups().forEach(group -> group.stratifiers().forEach(by -> stratifiers.add(by.code())));
            for (Set<String> grouping : groupings) {
                table.by(grouping.toArray(String[]::new));
                stratifiers.forEach(by ->
                        table.by(Stream.concat(grouping.stream(), Stream.of(by)).toArray(String[]::new)));
            }
            Periods.undated(periods).forEach(table::withholding);
            return table.build();
        }

        /** Cells of a period; where it is divided, those of its parts, and what lies in none of them because its day is not known. */
        private void add(Map<Place, Cell> finest, Periods.Node period) {
            Map<Place, Cell> whole = cells(period.days());
            if (period.parts().isEmpty()) {
                whole.forEach((place, cell) -> finest.merge(place.in(period.position()), cell, ReportDisclosure::sum));
                return;
            }
            Map<Place, Cell> rest = new LinkedHashMap<>(whole);
            for (Periods.Node part : period.parts()) {
                cells(part.days()).forEach((place, cell) -> rest.computeIfPresent(place, (at, all) -> all.minus(cell)));
                add(finest, part);
            }
            Position undated = period.undated();
            rest.forEach((place, cell) -> finest.merge(place.in(undated), cell, ReportDisclosure::sum));
        }

        private Map<Place, Cell> cells(PeriodGrid.Period days) {
            return read.computeIfAbsent(days, this::read);
        }

        private Map<Place, Cell> read(PeriodGrid.Period days) {
            ReportScope everybody =
                    new ReportScope(days.from(), days.to(), Reporter.EVERYBODY, null, scope.asOf(), scope.population());
            Optional<ReleasedFacts.Facts> kept = released.find(measure, days);
            ReportCells numbers =
                    kept.map(ReleasedFacts.Facts::cells).orElseGet(() -> source.within(measure, everybody, definition));
            Map<Place, Cell> cells = new LinkedHashMap<>();
            // Put together first: each of them says how many there were treated.
            Map<Place, FactCell> finest = new LinkedHashMap<>();
            numbers.finest().forEach(cell -> finest.merge(Place.finest(cell.strata()), cell, FactCell::plus));
            finest.forEach((place, cell) -> cells.put(place, ReportCounts.cell(cell)));
            Set<String> told = new ReportCounts(measure).told();
            kept
                    .map(ReleasedFacts.Facts::contributions)
                    .orElseGet(() -> contributions.strata(measure, everybody, definition))
                    .stream()
                    .filter(stratum -> told.contains(stratum.set()))
                    .forEach(stratum -> cells.merge(
                            Place.finest(stratum.values()),
                            new Cell(Map.of(), Map.of(stratum.set(), stratum.sums())),
                            ReportDisclosure::sum));
            numbers.margins()
                    .forEach(margin -> cells.merge(Place.of(margin), cell(margin, told), ReportDisclosure::sum));
            return cells;
        }

        private static Cell cell(ReportCells.Margin margin, Set<String> told) {
            Map<String, List<Cell.Contributions>> sums =
                    new HashMap<>(margin.contributions().sums());
            sums.keySet().retainAll(told);
            return ReportCounts.cell(margin.cell()).plus(new Cell(Map.of(), sums));
        }
    }

    /**
     * A place in the table.
     *
     * @param margin whether its cell was delivered, by one division at a time
     * @param along by which, unless it is the total
     */
    private record Place(Position position, boolean margin, Set<String> along) {
        static Place finest(Map<Stratifier, String> strata) {
            return new Place(stratum(strata), false, Set.of());
        }

        static Place of(ReportCells.Margin margin) {
            PoolableStratum stratum = margin.stratum();
            return new Place(
                    stratum(margin.cell().strata()), true, stratum.isTotal() ? Set.of() : Set.of(stratum.stratifier()));
        }

        Place in(Position period) {
            return new Place(joined(period, position), margin, along);
        }

        void add(Table.Builder table, Cell cell) {
            if (margin) {
                table.addMargin(position, along, cell);
            } else {
                table.add(position, cell);
            }
        }
    }

    private static Cell sum(Cell one, Cell other) {
        return one.plus(other);
    }

    private static Position stratum(Map<Stratifier, String> values) {
        return Position.of(values.entrySet().stream()
                .collect(Collectors.toMap(value -> value.getKey().code(), Map.Entry::getValue)));
    }

    private static Position joined(Position period, Position stratum) {
        Map<String, String> values = new HashMap<>(period.values());
        values.putAll(stratum.values());
        return Position.of(values);
    }
}
