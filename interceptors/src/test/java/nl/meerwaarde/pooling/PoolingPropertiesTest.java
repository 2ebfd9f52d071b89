package nl.meerwaarde.pooling;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.meerwaarde.cell.FactCell;
import nl.meerwaarde.cell.PoolableNumbers;
import nl.meerwaarde.cell.PoolableStratum;
import nl.meerwaarde.cell.ReportCells;
import nl.meerwaarde.cell.ReportScope;
import nl.meerwaarde.cell.Reporter;
import nl.meerwaarde.consent.Population;
import nl.meerwaarde.disclosure.Cell;
import nl.meerwaarde.figure.OutcomeReport;

/** What hospitals deliver adds up to what a server that holds all their records says: exactly, in every figure and stratum. */
class PoolingPropertiesTest {
    @Property(tries = 200)
    void theNodeReportsWhatOneServerWould(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int hospitals, @ForAll @IntRange(max = 200) int n) {
        PooledCohort cohort = PooledCohort.random(seed, hospitals, n);
        ReportCells union = cohort.ofOneServer();

        assertSame(figures(PooledCohort.pooled(cohort.delivered())), figures(union));
    }

    @Property(tries = 100)
    void factsOfTheNodeItselfAddUpWithWhatOthersDeliver(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 150) int n) {
        PooledCohort cohort = PooledCohort.random(seed, 4, n);
        Map<String, List<PoolableStratum>> others = new LinkedHashMap<>(cohort.delivered());
        others.remove("h0");
        ReportCells own = new PooledCohort(cohort.episodes().stream()
                        .filter(episode -> episode.hospital().equals("h0"))
                        .toList())
                .ofOneServer();
        ReportCells both =
                new ReportCells(own.finest(), PooledCohort.pooled(others).margins(), List.of());

        assertSame(figures(both), figures(cohort.ofOneServer()));
    }

    @Property(tries = 100)
    void theOrderDoesNotMatter(@ForAll long seed, @ForAll @IntRange(max = 100) int n) {
        Map<String, List<PoolableStratum>> delivered =
                PooledCohort.random(seed, 5, n).delivered();
        List<String> hospitals = new ArrayList<>(delivered.keySet());
        Collections.shuffle(hospitals, new Random(seed));
        Map<String, List<PoolableStratum>> shuffled = new LinkedHashMap<>();
        hospitals.forEach(hospital -> shuffled.put(hospital, delivered.get(hospital)));

        assertSame(figures(PooledCohort.pooled(shuffled)), figures(PooledCohort.pooled(delivered)));
    }

    /** As a regional node does that delivers to a national one. */
    @Property(tries = 100)
    void whatIsDeliveredCanBeDeliveredOn(@ForAll long seed, @ForAll @IntRange(min = 1, max = 100) int n) {
        Map<String, List<PoolableStratum>> delivered =
                PooledCohort.random(seed, 1, n).delivered();

        assertThat(PoolableReports.strata(PooledCohort.MEASURE, PooledCohort.pooled(delivered), List.of()))
                .usingRecursiveComparison()
                .ignoringCollectionOrder()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(delivered.get("h0"));
    }

    @Property(tries = 200)
    void numbersComeThroughAsTheyWere(@ForAll long seed, @ForAll @IntRange(max = 50) int n) {
        PooledCohort cohort = PooledCohort.random(seed, 3, n);
        FactCell cell = cohort.ofOneServer().total();
        Cell contributions = Cell.of(Map.of());
        SortedMap<String, BigDecimal> numbers = PoolableNumbers.of(PooledCohort.MEASURE, cell, contributions);

        assertThat(PoolableNumbers.cell(PooledCohort.MEASURE, cell.strata(), numbers))
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(cell);
    }

    @Property(tries = 100)
    void whatAHospitalAddsUpIsNeverComplainedOf(@ForAll long seed, @ForAll @IntRange(max = 200) int n) {
        PooledCohort.random(seed, 2, n)
                .delivered()
                .values()
                .forEach(
                        strata -> assertThat(new PoolableChecks(PooledCohort.MEASURE, "MeasureReport").problems(strata))
                                .isEmpty());
    }

    /** Whichever number of whichever stratum is another: something does not add up any more. */
    @Property(tries = 300)
    void oneWrongNumberIsNoticed(@ForAll long seed, @ForAll @IntRange(min = 1, max = 100) int n) {
        Random random = new Random(seed);
        List<PoolableStratum> strata =
                new ArrayList<>(PooledCohort.random(seed, 1, n).delivered().get("h0"));
        int where = random.nextInt(strata.size());
        PoolableStratum stratum = strata.get(where);
        List<String> names = List.copyOf(stratum.numbers().keySet());
        String name = names.get(random.nextInt(names.size()));
        SortedMap<String, BigDecimal> wrong = new TreeMap<>(stratum.numbers());
        // The largest of all hides a wrong one of a stratum, unless it is larger.
        wrong.merge(name, new BigDecimal(PoolableNumbers.isLargest(name) ? "1000" : "1"), BigDecimal::add);
        strata.set(where, new PoolableStratum(stratum.stratifier(), stratum.value(), wrong));

        assertThat(new PoolableChecks(PooledCohort.MEASURE, "MeasureReport").problems(strata))
                .as("%s of %s %s", name, stratum.stratifier(), stratum.value())
                .isNotEmpty();
    }

    private static List<OutcomeReport.GroupReport> figures(ReportCells cells) {
        ReportScope scope = new ReportScope(
                LocalDate.EPOCH, LocalDate.EPOCH, Reporter.EVERYBODY, null, LocalDate.EPOCH, Population.EVERYBODY);
        return OutcomeReport.of(PooledCohort.MEASURE, scope, null, Instant.EPOCH, cells, cells.total())
                .groups();
    }

    private static void assertSame(List<OutcomeReport.GroupReport> one, List<OutcomeReport.GroupReport> other) {
        assertThat(one)
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(other);
    }
}
