package nl.meerwaarde.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.cell.FactCell;
import nl.meerwaarde.cell.Sums;
import nl.meerwaarde.cell.Tally;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.measure.Tallied;
import nl.meerwaarde.statistics.LimitStatus;
import nl.meerwaarde.terminology.Canonicals;

/**
 * One number of a report with what belongs to it.
 *
 * @param value the number; empty where there is nothing to compute it from
 * @param proportion whether it is a share (0 to 1), otherwise points of the score
 * @param populations how many episodes it stands on
 * @param deviation sample SD that goes with a mean
 * @param status control-limit status of an adjusted figure
 * @param cell the sums it follows from, or null for the response chain
 * @param shares what a case-mix model expected; only of a comparison with that
 */
public record Figure(
        Optional<BigDecimal> value,
        boolean proportion,
        List<Population> populations,
        Optional<BigDecimal> deviation,
        Optional<LimitStatus> status,
        Optional<PoolableCell> cell,
        Optional<Shares> shares) {
    /** A figure that is compared with no share a model expected. */
    Figure(
            Optional<BigDecimal> value,
            boolean proportion,
            List<Population> populations,
            Optional<BigDecimal> deviation,
            Optional<LimitStatus> status,
            Optional<PoolableCell> cell) {
        this(value, proportion, populations, deviation, status, cell, Optional.empty());
    }

    /**
     * A share beside what was expected.
     *
     * @param expected share that a model expected, 0 to 1
     * @param adjusted share as it would be with everybody's patients; empty below the fewest episodes for an adjusted figure
     */
    public record Shares(BigDecimal expected, Optional<BigDecimal> adjusted) {}

    /** A count with its code. */
    public record Population(String system, String code, long count) {}

    /** What another node needs to pool this figure exactly. */
    public record PoolableCell(
            long n,
            BigDecimal sum,
            BigDecimal sumOfSquares,
            Optional<BigDecimal> expectedSum,
            Optional<BigDecimal> residualSum,
            Optional<BigDecimal> residualSumOfSquares,
            Optional<BigDecimal> expectedVariance) {
        /** Of what nothing was expected. */
        PoolableCell(long n, BigDecimal sum, BigDecimal sumOfSquares) {
            this(n, sum, sumOfSquares, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    private static final String MEASURE_POPULATION = "http://terminology.hl7.org/CodeSystem/measure-population";

    /** The figure of a group for one cell, with the populations that the group asks for. */
    public static Figure of(FactMeasure.Group group, FactCell cell, Standard standard) {
        Figure whole = whole(group, cell, standard);
        List<Population> wanted = whole.populations.stream()
                .filter(population -> group.populations().contains(population.code()))
                .toList();
        return new Figure(
                whole.value, whole.proportion, wanted, whole.deviation, whole.status, whole.cell, whole.shares);
    }

    private static Figure whole(FactMeasure.Group group, FactCell cell, Standard standard) {
        Sums set = group.modelledOnly() ? cell.modelled() : cell.paired();
        return switch (group.statistic()) {
            case RESPONSE_CHAIN -> chain(cell.chain());
            case MEAN_BEFORE -> mean(cell, set, set.before(), set.beforeSquares());
            case MEAN_AFTER -> mean(cell, set, set.after(), set.afterSquares());
            case MEAN_GAIN -> mean(cell, set, set.gain(), set.gainSquares());
            case IMPROVED_ANY -> share(set, set.improved());
            case UNCHANGED -> share(set, set.unchanged());
            case WORSENED -> share(set, set.worsened());
            case BEYOND_MEASUREMENT_ERROR -> share(set, set.beyondError());
            case REACHED_MIC -> share(set, set.reachedMic());
            case ADJUSTED_GAIN -> adjusted(cell, standard.gain());
            case OBSERVED_OVER_EXPECTED ->
                Tallied.of(group)
                        .map(tallied -> overExpected(
                                tallied,
                                new ObservedOverExpected(
                                        cell.tally(tallied),
                                        standard.everybody().tally(tallied))))
                        .orElseThrow();
            case MEAN_SCORE -> mean(cell, set, set.after(), set.afterSquares());
            case TOP_SCORE, EVENT_RATE, MEAN_DAYS_TO_TREATMENT, TREATED_WITHIN_DAYS, GOALS_ATTAINED ->
                Tallied.of(group)
                        .map(tallied -> tallied(tallied, cell.tally(tallied)))
                        .orElseThrow();
        };
    }

    private static Figure chain(FactCell.Chain chain) {
        String system = Canonicals.CodeSystems.RESPONSE_CHAIN;
        return new Figure(
                ratio(chain.paired(), chain.eligible()),
                true,
                List.of(
                        new Population(system, "eligible", chain.eligible()),
                        new Population(system, "invited", chain.invited()),
                        new Population(system, "returned", chain.returned()),
                        new Population(system, "scorable", chain.scorable()),
                        new Population(system, "paired", chain.paired()),
                        new Population(system, "open", chain.open()),
                        new Population(system, "died", chain.died()),
                        new Population(system, "otherwise-ended", chain.otherwiseEnded()),
                        new Population(system, "proxy", chain.proxy())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Figure mean(FactCell cell, Sums set, BigDecimal sum, BigDecimal squares) {
        return new Figure(
                Moments.mean(set.n(), sum),
                false,
                analysed(cell, set.n()),
                Moments.standardDeviation(set.n(), sum, squares),
                Optional.empty(),
                Optional.of(new PoolableCell(set.n(), sum, squares)));
    }

    private static Figure share(Sums set, long count) {
        BigDecimal y = BigDecimal.valueOf(count);
        return new Figure(
                ratio(count, set.n()),
                true,
                List.of(
                        new Population(MEASURE_POPULATION, "denominator", set.n()),
                        new Population(MEASURE_POPULATION, "numerator", count)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new PoolableCell(set.n(), y, y)));
    }

    private static Figure tallied(Tallied tallied, Tally tally) {
        boolean share = tallied.isShare();
        long numerator = share ? tally.sum().longValueExact() : 0;
        return new Figure(
                Moments.mean(tally.n(), tally.sum()),
                share,
                List.of(
                        new Population(MEASURE_POPULATION, "initial-population", tally.all()),
                        new Population(MEASURE_POPULATION, share ? "denominator" : "measure-population", tally.n()),
                        new Population(MEASURE_POPULATION, "numerator", numerator)),
                share ? Optional.empty() : Moments.standardDeviation(tally.n(), tally.sum(), tally.squares()),
                Optional.empty(),
                Optional.of(new PoolableCell(tally.n(), tally.sum(), tally.squares())));
    }

    private static Figure overExpected(Tallied tallied, ObservedOverExpected compared) {
        Tally here = compared.here();
        List<Population> populations = new ArrayList<>(List.of(
                new Population(MEASURE_POPULATION, "denominator", here.n()),
                new Population(MEASURE_POPULATION, "numerator", here.sum().longValueExact())));
        if (!tallied.statistic().needsScore()) {
            populations.add(0, new Population(MEASURE_POPULATION, "initial-population", here.all()));
        }
        return new Figure(
                compared.ratio(),
                false,
                populations,
                Optional.empty(),
                Optional.of(compared.status(tallied.statistic().moreIsBetter(true))),
                Optional.of(new PoolableCell(
                        here.n(),
                        here.sum(),
                        here.squares(),
                        Optional.of(here.expected()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(here.variance()))),
                compared.expectedShare().map(expected -> new Shares(expected, compared.adjustedShare())));
    }

    private static Figure adjusted(FactCell cell, Optional<CaseMixAdjustment> adjustment) {
        Sums set = cell.modelled();
        return new Figure(
                adjustment.flatMap(a -> a.adjustedGain(set)),
                false,
                analysed(cell, set.n()),
                Moments.standardDeviation(set.n(), set.residual(), set.residualSquares()),
                Optional.of(adjustment.map(a -> a.status(set)).orElse(LimitStatus.TOO_FEW)),
                Optional.of(new PoolableCell(
                        set.n(),
                        set.after(),
                        set.afterSquares(),
                        Optional.of(set.expected()),
                        Optional.of(set.residual()),
                        Optional.of(set.residualSquares()),
                        Optional.empty())));
    }

    private static List<Population> analysed(FactCell cell, long n) {
        return List.of(
                new Population(
                        MEASURE_POPULATION, "initial-population", cell.chain().eligible()),
                new Population(MEASURE_POPULATION, "measure-population", n));
    }

    private static Optional<BigDecimal> ratio(long part, long whole) {
        return Moments.mean(whole, BigDecimal.valueOf(part));
    }
}
