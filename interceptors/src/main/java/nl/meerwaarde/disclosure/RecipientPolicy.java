package nl.meerwaarde.disclosure;

import java.util.Set;
import java.util.TreeSet;
import nl.meerwaarde.consent.Ground;

/**
 * What a kind of recipient may see. Policies are data: concepts of the code system {@code disclosure-recipient}.
 *
 * @param code the kind of recipient
 * @param version of the code system it was read from
 * @param exact whether the recipient has a right to every number (the record holder, a registry by law): nothing below applies then
 * @param ownExact whether the recipient sees its own organisation's numbers exactly
 * @param pools whether it pools reports of organisations, so that they tell it the sums they follow from
 * @param individual whether lists of patients, and reports about one of them, may be given
 * @param pseudonymisedRecords whether it may have records of everybody without knowing whose they are
 * @param threshold counts of 1 and more below it are hidden
 * @param protection how many whole numbers must stay possible for a hidden count
 * @param roundingBase counts are rounded to its multiples; 1 = not rounded
 * @param dominance largest share of a sum that one person may contribute, 0 to 1
 * @param coalition how many organisations that put what they have together must still learn nothing; they know their own numbers
 * @param adjustedFrom fewest episodes for a case-mix adjusted value or a control-limit status
 * @param periods lengths of calendar periods it may ask for
 * @param freePeriods whether it may ask for any other period
 * @param pseudonymous whether organisations other than its own appear to it under pseudonyms
 * @param ground why it may know of patients, so that it is known who is left out
 */
public record RecipientPolicy(
        String code,
        String version,
        boolean exact,
        boolean ownExact,
        boolean pools,
        boolean individual,
        boolean pseudonymisedRecords,
        int threshold,
        int protection,
        int roundingBase,
        double dominance,
        int coalition,
        int adjustedFrom,
        Set<PeriodGrid> periods,
        boolean freePeriods,
        boolean pseudonymous,
        Ground ground) {
    public RecipientPolicy {
        periods = Set.copyOf(periods);
    }

    /** Whether the same tables have the same numbers hidden by both policies. */
    public boolean hasSameLimits(RecipientPolicy other) {
        return threshold == other.threshold
                && protection == other.protection
                && dominance == other.dominance
                && coalition == other.coalition
                && periods.equals(other.periods);
    }

    /** Everything that decides what is seen, as text. */
    String content() {
        return String.join(
                "/",
                code,
                String.valueOf(exact),
                String.valueOf(ownExact),
                String.valueOf(pools),
                String.valueOf(individual),
                String.valueOf(pseudonymisedRecords),
                String.valueOf(threshold),
                String.valueOf(protection),
                String.valueOf(roundingBase),
                String.valueOf(dominance),
                String.valueOf(coalition),
                String.valueOf(adjustedFrom),
                new TreeSet<>(periods).toString(),
                String.valueOf(freePeriods),
                String.valueOf(pseudonymous),
                ground.code());
    }

    /** Whether a count is one that may not be shown for its size. Nobody is behind a zero. */
    boolean isSmall(long count) {
        return count > 0 && count < threshold;
    }

    /** By how much the largest and the smallest possible value of a hidden count must differ. */
    long spread() {
        return protection - 1L;
    }
}
