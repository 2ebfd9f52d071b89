package nl.meerwaarde.pooling;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.meerwaarde.cell.ContributionQuery;
import nl.meerwaarde.cell.FactCell;
import nl.meerwaarde.cell.PoolableNumbers;
import nl.meerwaarde.cell.PoolableStratum;
import nl.meerwaarde.cell.Sums;
import nl.meerwaarde.cell.Tally;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.measure.CountNames;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.measure.Stratifier;
import nl.meerwaarde.measure.Tallied;

/**
 * Whether numbers that another server sent can be true of one population: steps of the chain lie within each other, sums fit their counts, and the strata of each
 * stratifier add up to the total. Exactly, because sums travel unrounded.
 *
 * @param path of the numbers in the request
 */
record PoolableChecks(FactMeasure measure, String path) {
    List<Problem> problems(List<PoolableStratum> strata) {
        List<Problem> problems = new ArrayList<>();
        strata.forEach(stratum -> new Stratum(stratum, problems).check());
        PoolableStratum total =
                strata.stream().filter(PoolableStratum::isTotal).findFirst().orElseThrow();
        for (Stratifier stratifier : PoolableReports.stratifiers(measure)) {
            SortedMap<String, BigDecimal> added = added(strata.stream()
                    .filter(stratum -> stratum.stratifier().equals(stratifier.code()))
                    .toList());
            String differing = total.numbers().entrySet().stream()
                    .filter(number ->
                            added.getOrDefault(number.getKey(), BigDecimal.ZERO).compareTo(number.getValue()) != 0)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.joining(", "));
            if (!differing.isEmpty()) {
                problems.add(problem("strata-differ-from-total", stratifier.code(), differing));
            }
        }
        return problems;
    }

    /** All the strata together. */
    static SortedMap<String, BigDecimal> added(List<PoolableStratum> strata) {
        SortedMap<String, BigDecimal> sum = new TreeMap<>();
        strata.forEach(stratum -> stratum.numbers()
                .forEach((name, number) ->
                        sum.merge(name, number, PoolableNumbers.isLargest(name) ? BigDecimal::max : BigDecimal::add)));
        return sum;
    }

    private Problem problem(String key, Object... arguments) {
        return new Problem(ProblemCode.NOT_POOLABLE, path, Sentence.beside(PoolableChecks.class, key, arguments));
    }

    /** The checks of one stratum. */
    private final class Stratum {
        private final PoolableStratum stratum;
        private final List<Problem> problems;

        Stratum(PoolableStratum stratum, List<Problem> problems) {
            this.stratum = stratum;
            this.problems = problems;
        }

        void check() {
            FactCell cell = PoolableNumbers.cell(measure, Map.of(), stratum.numbers());
            FactCell.Chain chain = cell.chain();
            within("chain.invited", chain.invited(), "chain.eligible", chain.eligible());
            within("chain.returned", chain.returned(), "chain.eligible", chain.eligible());
            within("chain.scorable", chain.scorable(), "chain.returned", chain.returned());
            within("chain.paired", chain.paired(), "chain.scorable", chain.scorable());
            same("paired.n", number("paired.n"), "chain.paired", number("chain.paired"));
            set(CountNames.PAIRED, cell.paired(), ContributionQuery.PAIRED_SUMS);
            if (measure.model() != null) {
                Sums modelled = cell.modelled();
                within("modelled.n", modelled.n(), "paired.n", cell.paired().n());
                set(CountNames.MODELLED, modelled, ContributionQuery.MODELLED_SUMS);
                same(
                        "modelled.residual",
                        modelled.residual(),
                        "modelled.after - modelled.expected",
                        modelled.after().subtract(modelled.expected()));
                squares("modelled.residual", modelled.n(), modelled.residual(), modelled.residualSquares());
            }
            Tallied.of(measure).forEach(tallied -> tally(tallied, cell.tally(tallied)));
        }

        private void tally(Tallied tallied, Tally tally) {
            String sum = tallied.key() + ".sum";
            within(tallied.key() + ".n", tally.n(), tallied.key() + ".all", tally.all());
            if (tallied.isShare()) {
                same(tallied.key() + ".squares", tally.squares(), sum, tally.sum());
                if (tally.sum().signum() < 0 || tally.sum().compareTo(BigDecimal.valueOf(tally.n())) > 0) {
                    impossible(sum, tallied.key() + ".n");
                }
                if (tallied.model() != null) {
                    expected(tallied.key(), tally);
                }
            } else {
                squares(sum, tally.n(), tally.sum(), tally.squares());
                contributions(sum, tally.n());
            }
        }

        /** Σp lies between Σp² and n, so that Σp(1 − p) lies between 0 and Σp − (Σp)² / n. */
        private void expected(String key, Tally tally) {
            BigDecimal n = BigDecimal.valueOf(tally.n());
            BigDecimal expected = tally.expected();
            boolean possible = expected.signum() >= 0
                    && expected.compareTo(n) <= 0
                    && tally.variance().signum() >= 0
                    && tally.variance().multiply(n).compareTo(expected.multiply(n.subtract(expected))) <= 0;
            if (!possible) {
                impossible(key + ".expected", key + ".variance");
            }
            contributions(key + ".expected", tally.n());
        }

        private void set(String set, Sums sums, List<String> contributing) {
            same(
                    set + ".improved + unchanged + worsened",
                    BigDecimal.valueOf(sums.improved() + sums.unchanged() + sums.worsened()),
                    set + ".n",
                    BigDecimal.valueOf(sums.n()));
            within(set + ".beyond-error", sums.beyondError(), set + ".n", sums.n());
            within(set + ".reached-mic", sums.reachedMic(), set + ".n", sums.n());
            same(
                    set + ".gain",
                    sums.gain(),
                    set + ".after - before",
                    sums.after().subtract(sums.before()));
            squares(set + ".before", sums.n(), sums.before(), sums.beforeSquares());
            squares(set + ".after", sums.n(), sums.after(), sums.afterSquares());
            squares(set + ".gain", sums.n(), sums.gain(), sums.gainSquares());
            contributing.forEach(name -> contributions(set + "." + name, sums.n()));
        }

        /** Σx² is at least (Σx)² / n, and nothing without anybody. */
        private void squares(String name, long n, BigDecimal sum, BigDecimal squares) {
            boolean possible = n == 0
                    ? sum.signum() == 0 && squares.signum() == 0
                    : squares.multiply(BigDecimal.valueOf(n)).compareTo(sum.multiply(sum)) >= 0;
            if (!possible) {
                impossible(name, name + "-squares");
            }
        }

        /** The largest |x| lies between Σ|x| / n and Σ|x|, and Σ|x| is at least |Σx|. */
        private void contributions(String name, long n) {
            BigDecimal absolute = number(name + ".absolute");
            BigDecimal largest = number(name + ".largest");
            boolean possible = largest.signum() >= 0
                    && largest.compareTo(absolute) <= 0
                    && absolute.compareTo(largest.multiply(BigDecimal.valueOf(n))) <= 0
                    && absolute.compareTo(number(name).abs()) >= 0;
            if (!possible) {
                impossible(name + ".absolute", name + ".largest");
            }
        }

        private BigDecimal number(String name) {
            return stratum.numbers().getOrDefault(name, BigDecimal.ZERO);
        }

        private void within(String part, long parts, String whole, long wholes) {
            if (parts > wholes) {
                problems.add(problem("more-than-whole", where(), part, parts, whole, wholes));
            }
        }

        private void same(String one, BigDecimal first, String other, BigDecimal second) {
            if (first.compareTo(second) != 0) {
                problems.add(problem("not-the-same", where(), one, first, other, second));
            }
        }

        private void impossible(String one, String other) {
            problems.add(problem("impossible", where(), one, other));
        }

        private String where() {
            return stratum.isTotal() ? stratum.stratifier() : stratum.stratifier() + " " + stratum.value();
        }
    }
}
