package nl.meerwaarde.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a group of a report says, one per code of the code system {@code statistic}. */
enum Statistic {
    /** How many episodes got how far: eligible, invited, returned, scorable, paired. */
    RESPONSE_CHAIN,
    /** Mean score at the moment before. */
    MEAN_BEFORE,
    /** Mean score at the moment after. */
    MEAN_AFTER,
    /** Mean of after minus before. */
    MEAN_GAIN,
    /** Share with a better score, by however little. */
    IMPROVED_ANY,
    /** Share with the same score. */
    UNCHANGED,
    /** Share with a worse score. */
    WORSENED,
    /** Share whose change, for better or worse, is larger than the smallest detectable change at 95 %. */
    BEYOND_MEASUREMENT_ERROR,
    /** Share that gained at least the individual minimal important change. */
    REACHED_MIC,
    /** Mean gain as it would be with the reference population's patients, with its control-limit status. */
    ADJUSTED_GAIN;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Whether an organisation with a larger figure does better.
     *
     * @param higherIsBetter whether that holds for the score
     */
    boolean moreIsBetter(boolean higherIsBetter) {
        return switch (this) {
            case MEAN_BEFORE, MEAN_AFTER, MEAN_GAIN, ADJUSTED_GAIN -> higherIsBetter;
            case WORSENED -> false;
            case RESPONSE_CHAIN, IMPROVED_ANY, UNCHANGED, BEYOND_MEASUREMENT_ERROR, REACHED_MIC -> true;
        };
    }

    static Optional<Statistic> of(String code) {
        return Arrays.stream(values())
                .filter(statistic -> statistic.code().equals(code))
                .findFirst();
    }
}
