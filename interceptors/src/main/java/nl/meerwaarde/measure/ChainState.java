package nl.meerwaarde.measure;

import org.jspecify.annotations.Nullable;

/**
 * How far rows of the fact tables are on the way to a pair of scores; the same for all rows of a group.
 *
 * @param episodeRow whether these rows stand for episodes; scores may have rows of their own
 * @param eligible follow-up did not end before the window closed, and the window is closed
 * @param counted follow-up did not end before the window closes
 * @param modelled analysed, and with an expectation
 * @param endedBy what ended follow-up, or null
 */
record ChainState(
        boolean episodeRow,
        boolean eligible,
        boolean counted,
        boolean invited,
        boolean returned,
        boolean scorable,
        boolean proxy,
        boolean analysed,
        boolean modelled,
        @Nullable String endedBy) {
    private static final String DEATH = "death";

    /** The chain of this many rows. */
    FactCell.Chain chain(long rows) {
        return new FactCell.Chain(
                rows * count(episodeRow && eligible),
                rows * count(episodeRow && eligible && invited),
                rows * count(eligible && returned),
                rows * count(eligible && scorable),
                rows * count(analysed),
                rows * count(episodeRow && counted && !eligible),
                rows * count(episodeRow && !counted && DEATH.equals(endedBy)),
                rows * count(episodeRow && !counted && endedBy != null && !DEATH.equals(endedBy)),
                rows * count(eligible && proxy));
    }

    private static int count(boolean counts) {
        return counts ? 1 : 0;
    }
}
