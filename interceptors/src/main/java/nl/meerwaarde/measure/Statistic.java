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

    static Optional<Statistic> of(String code) {
        return Arrays.stream(values())
                .filter(statistic -> statistic.code().equals(code))
                .findFirst();
    }
}
