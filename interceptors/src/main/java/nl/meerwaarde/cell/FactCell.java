package nl.meerwaarde.cell;

import java.util.HashMap;
import java.util.Map;
import nl.meerwaarde.measure.Stratifier;
import nl.meerwaarde.measure.Tallied;

/**
 * The facts of one stratum in the period, added up.
 *
 * @param strata what its episodes share, by what the Measure divides them
 * @param chain how many episodes got how far
 * @param paired sums over the episodes with a score before and after
 * @param modelled sums over those of them that have an expectation
 * @param tallies what else the groups of the Measure add up
 */
public record FactCell(
        Map<Stratifier, String> strata, Chain chain, Sums paired, Sums modelled, Map<Tallied, Tally> tallies) {
    /** Of no episodes. */
    public static final FactCell EMPTY = new FactCell(Map.of(), Chain.NONE, Sums.NONE, Sums.NONE);

    public FactCell {
        strata = Map.copyOf(strata);
        tallies = Map.copyOf(tallies);
    }

    /** A cell of scores only. */
    FactCell(Map<Stratifier, String> strata, Chain chain, Sums paired, Sums modelled) {
        this(strata, chain, paired, modelled, Map.of());
    }

    /** A cell of tallies only. */
    public static FactCell of(Map<Stratifier, String> strata, Map<Tallied, Tally> tallies) {
        return new FactCell(strata, Chain.NONE, Sums.NONE, Sums.NONE, tallies);
    }

    /** Its stratum of a stratifier. */
    String stratum(Stratifier stratifier) {
        return strata.getOrDefault(stratifier, stratifier.missing());
    }

    /** A sum of its own; of nothing where no episode is. */
    public Tally tally(Tallied tallied) {
        return tallies.getOrDefault(tallied, Tally.NONE);
    }

    /**
     * How far episodes got on the way to a pair of scores.
     *
     * @param eligible follow-up not ended by death or revision before the window closed, and the window is closed
     * @param invited of those: asked
     * @param returned of those: answered, by whomever
     * @param scorable of those: with a score
     * @param paired of those: with a score before too, both not by proxy
     * @param open beside it: the window is still open
     * @param died beside it: death before the window closed
     * @param otherwiseEnded beside it: another end of follow-up, such as a revision
     * @param proxy beside it: a score before or after came from a proxy
     */
    public record Chain(
            long eligible,
            long invited,
            long returned,
            long scorable,
            long paired,
            long open,
            long died,
            long otherwiseEnded,
            long proxy) {
        static final Chain NONE = new Chain(0, 0, 0, 0, 0, 0, 0, 0, 0);

        Chain plus(Chain other) {
            return new Chain(
                    eligible + other.eligible,
                    invited + other.invited,
                    returned + other.returned,
                    scorable + other.scorable,
                    paired + other.paired,
                    open + other.open,
                    died + other.died,
                    otherwiseEnded + other.otherwiseEnded,
                    proxy + other.proxy);
        }
    }

    /** The pooled cell, which stays in the stratum of this one. */
    public FactCell plus(FactCell other) {
        return new FactCell(
                strata,
                chain.plus(other.chain),
                paired.plus(other.paired),
                modelled.plus(other.modelled),
                both(tallies, other.tallies));
    }

    private static Map<Tallied, Tally> both(Map<Tallied, Tally> these, Map<Tallied, Tally> those) {
        if (those.isEmpty()) {
            return these;
        }
        Map<Tallied, Tally> both = new HashMap<>(these);
        those.forEach((tallied, tally) -> both.merge(tallied, tally, Tally::plus));
        return both;
    }
}
