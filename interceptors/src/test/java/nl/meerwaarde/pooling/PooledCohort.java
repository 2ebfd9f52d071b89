package nl.meerwaarde.pooling;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import nl.meerwaarde.cell.CellSource;
import nl.meerwaarde.cell.ContributionQuery;
import nl.meerwaarde.cell.FactCell;
import nl.meerwaarde.cell.PoolableStratum;
import nl.meerwaarde.cell.ReportCells;
import nl.meerwaarde.cell.Sums;
import nl.meerwaarde.cell.Tally;
import nl.meerwaarde.disclosure.Cell.Contributions;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.measure.CountNames;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.measure.FactMeasure.Group;
import nl.meerwaarde.measure.Statistic;
import nl.meerwaarde.measure.Stratifier;
import nl.meerwaarde.measure.Tallied;
import org.jspecify.annotations.Nullable;

/**
 * Invented episodes of several hospitals, and what is added up of them.
 *
 * @param episodes of everybody
 */
record PooledCohort(List<Episode> episodes) {
    private static final List<Stratifier> BY = List.of(Stratifier.ORGANIZATION, Stratifier.SEX, Stratifier.AGE_BAND);

    /** A Measure with every statistic, by organisation, sex and age. */
    static final FactMeasure MEASURE = new FactMeasure(
            new CanonicalReference("https://tests.example/Measure/knee", "1"),
            new CanonicalReference("https://tests.example/PlanDefinition/knee", null),
            new Code("https://tests.example/scores", "knee"),
            "baseline",
            "month-6",
            "https://tests.example/Library/model|1",
            null,
            List.of(
                    group(Statistic.RESPONSE_CHAIN, "eligible", "invited", "returned", "scorable", "paired"),
                    group(Statistic.MEAN_GAIN, "initial-population", "measure-population"),
                    group(Statistic.IMPROVED_ANY, "denominator", "numerator"),
                    group(Statistic.REACHED_MIC, "denominator", "numerator"),
                    group(Statistic.ADJUSTED_GAIN, "initial-population", "measure-population"),
                    tallied(Statistic.EVENT_RATE, "reoperation", 30),
                    tallied(Statistic.MEAN_DAYS_TO_TREATMENT, null, 0),
                    tallied(Statistic.TREATED_WITHIN_DAYS, null, 42),
                    expected(Statistic.EVENT_RATE, "reoperation", 30),
                    expected(Statistic.REACHED_MIC, null, 0)));

    private static Group group(Statistic statistic, String... populations) {
        return new Group(null, null, statistic, statistic == Statistic.ADJUSTED_GAIN, Set.of(populations), BY);
    }

    private static Group tallied(Statistic statistic, @Nullable String event, int days) {
        return new Group(
                null,
                null,
                statistic,
                false,
                Set.of("initial-population", "denominator", "numerator"),
                BY,
                event,
                days,
                null);
    }

    private static Group expected(Statistic share, @Nullable String event, int days) {
        return new Group(
                null,
                null,
                Statistic.OBSERVED_OVER_EXPECTED,
                false,
                Set.of("initial-population", "denominator", "numerator"),
                BY,
                event,
                days,
                new FactMeasure.Expectation(share, "https://tests.example/Library/logistic|1"));
    }

    /**
     * An episode.
     *
     * @param step how far it got: 0 nowhere, 1 eligible, 2 invited, 3 returned, 4 scorable, 5 paired
     */
    record Episode(String hospital, String sex, String age, int step, int before, int after, boolean modelled) {
        Map<Stratifier, String> strata() {
            return Map.of(Stratifier.ORGANIZATION, hospital, Stratifier.SEX, sex, Stratifier.AGE_BAND, age);
        }

        FactCell cell() {
            FactCell.Chain chain = new FactCell.Chain(at(1), at(2), at(3), at(4), at(5), step == 0 ? 1 : 0, 0, 0, 0);
            return new FactCell(
                    strata(),
                    chain,
                    step == 5 ? sums() : Sums.NONE,
                    step == 5 && modelled ? sums() : Sums.NONE,
                    tallies());
        }

        /** Of three in four it is known how long they waited; one in five had another operation. */
        private Map<Tallied, Tally> tallies() {
            Map<Tallied, Tally> tallies = new HashMap<>();
            Tallied.of(MEASURE).forEach(tallied -> tallies.put(tallied, tally(tallied)));
            return tallies;
        }

        private Tally tally(Tallied tallied) {
            if (tallied.model() != null) {
                Tally share = tallied.statistic() == Statistic.EVENT_RATE
                        ? tally(modelled, before % 5 == 0 ? 1 : 0)
                        : tally(step == 5 && modelled, after - before >= 7 ? 1 : 0);
                BigDecimal p = share.n() == 0 ? BigDecimal.ZERO : probability();
                return new Tally(
                        share.all(),
                        share.n(),
                        share.sum(),
                        share.squares(),
                        p,
                        p.multiply(BigDecimal.ONE.subtract(p)));
            }
            return switch (tallied.statistic()) {
                case EVENT_RATE -> tally(true, before % 5 == 0 ? 1 : 0);
                case TREATED_WITHIN_DAYS -> tally(isTimed(), days() <= tallied.days() ? 1 : 0);
                default -> tally(isTimed(), days());
            };
        }

        private BigDecimal probability() {
            return new BigDecimal("0.123456789012")
                    .add(BigDecimal.valueOf(before).movePointLeft(2));
        }

        private boolean isTimed() {
            return after % 4 != 0;
        }

        private int days() {
            return before + after;
        }

        private static Tally tally(boolean analysed, long x) {
            return analysed
                    ? new Tally(1, 1, BigDecimal.valueOf(x), BigDecimal.valueOf(x * x))
                    : new Tally(1, 0, BigDecimal.ZERO, BigDecimal.ZERO);
        }

        private long at(int reached) {
            return step >= reached ? 1 : 0;
        }

        /** Expected is a score with decimals. */
        private BigDecimal expected() {
            return new BigDecimal("17.3").add(BigDecimal.valueOf(before).movePointLeft(1));
        }

        private Sums sums() {
            BigDecimal b = BigDecimal.valueOf(before);
            BigDecimal a = BigDecimal.valueOf(after);
            BigDecimal residual = a.subtract(expected());
            int gain = after - before;
            return new Sums(
                    1,
                    b,
                    b.multiply(b),
                    a,
                    a.multiply(a),
                    BigDecimal.valueOf(gain),
                    BigDecimal.valueOf((long) gain * gain),
                    gain > 0 ? 1 : 0,
                    gain == 0 ? 1 : 0,
                    gain < 0 ? 1 : 0,
                    Math.abs(gain) > 5 ? 1 : 0,
                    gain >= 7 ? 1 : 0,
                    modelled ? expected() : BigDecimal.ZERO,
                    modelled ? residual : BigDecimal.ZERO,
                    modelled ? residual.multiply(residual) : BigDecimal.ZERO);
        }

        List<ContributionQuery.Stratum> contributions() {
            List<ContributionQuery.Stratum> strata = new ArrayList<>();
            if (isTimed()) {
                strata.add(new ContributionQuery.Stratum(strata(), Tallied.TIMED, List.of(whole(days()))));
            }
            Tallied.of(MEASURE).stream()
                    .filter(tallied -> tallied.model() != null && tally(tallied).n() > 0)
                    .forEach(tallied -> strata.add(new ContributionQuery.Stratum(
                            strata(), tallied.numerator(), List.of(new Contributions(probability(), probability())))));
            if (step == 5) {
                List<Contributions> sums = List.of(whole(before), whole(after), whole(after - before));
                strata.add(new ContributionQuery.Stratum(strata(), CountNames.PAIRED, sums));
                if (modelled) {
                    List<Contributions> more = new ArrayList<>(sums);
                    BigDecimal residual =
                            BigDecimal.valueOf(after).subtract(expected()).abs();
                    more.add(new Contributions(residual, residual));
                    strata.add(new ContributionQuery.Stratum(strata(), CountNames.MODELLED, more));
                }
            }
            return strata;
        }

        private static Contributions whole(int number) {
            BigDecimal absolute = BigDecimal.valueOf(Math.abs(number));
            return new Contributions(absolute, absolute);
        }
    }

    static PooledCohort random(long seed, int hospitals, int patients) {
        Random random = new Random(seed);
        List<Episode> episodes = new ArrayList<>();
        for (int i = 0; i < patients; i++) {
            episodes.add(new Episode(
                    "h" + random.nextInt(hospitals),
                    random.nextBoolean() ? "female" : "male",
                    (4 + random.nextInt(4)) + "0",
                    Math.min(5, random.nextInt(12)),
                    random.nextInt(49),
                    random.nextInt(49),
                    random.nextInt(5) > 0));
        }
        return new PooledCohort(episodes);
    }

    /** As a server that holds all the records reads them. */
    ReportCells ofOneServer() {
        return ReportCells.of(episodes.stream().map(Episode::cell).toList());
    }

    /** What each hospital delivers. */
    Map<String, List<PoolableStratum>> delivered() {
        Map<String, List<Episode>> byHospital = new LinkedHashMap<>();
        episodes.forEach(episode -> byHospital
                .computeIfAbsent(episode.hospital(), hospital -> new ArrayList<>())
                .add(episode));
        Map<String, List<PoolableStratum>> delivered = new LinkedHashMap<>();
        byHospital.forEach((hospital, own) -> delivered.put(
                hospital,
                PoolableReports.strata(
                        MEASURE,
                        new PooledCohort(own).ofOneServer(),
                        own.stream()
                                .flatMap(episode -> episode.contributions().stream())
                                .toList())));
        return delivered;
    }

    /** As a node reads what hospitals delivered. */
    static ReportCells pooled(Map<String, List<PoolableStratum>> delivered) {
        List<ReportCells.Margin> margins = new ArrayList<>();
        delivered.forEach((hospital, strata) ->
                strata.forEach(stratum -> margins.add(CellSource.margin(MEASURE, hospital, stratum))));
        return new ReportCells(List.of(), margins, List.copyOf(delivered.keySet()));
    }
}
