package nl.meerwaarde.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a group of a report says, one per code of the code system {@code statistic}. */
public enum Statistic {
    /** How many episodes got how far: eligible, invited, returned, scorable, paired. */
    RESPONSE_CHAIN(Facts.SCORES),
    /** Mean score at the moment before. */
    MEAN_BEFORE(Facts.PAIRS),
    /** Mean score at the moment after. */
    MEAN_AFTER(Facts.PAIRS),
    /** Mean of after minus before. */
    MEAN_GAIN(Facts.PAIRS),
    /** Share with a better score, by however little. */
    IMPROVED_ANY(Facts.PAIRS),
    /** Share with the same score. */
    UNCHANGED(Facts.PAIRS),
    /** Share with a worse score. */
    WORSENED(Facts.PAIRS),
    /** Share whose change, for better or worse, is larger than the smallest detectable change at 95 %. */
    BEYOND_MEASUREMENT_ERROR(Facts.PAIRS),
    /** Share that gained at least the individual minimal important change. */
    REACHED_MIC(Facts.PAIRS),
    /** Mean gain as it would be with the reference population's patients, with its control-limit status. */
    ADJUSTED_GAIN(Facts.PAIRS),
    /** How many there were of a share, over how many a case-mix model expected, with its control-limit status. */
    OBSERVED_OVER_EXPECTED(Facts.EPISODES),
    /** Mean score at the one moment. */
    MEAN_SCORE(Facts.SCORE),
    /** Share with the best possible score at the one moment. */
    TOP_SCORE(Facts.SCORE),
    /** Share of treated episodes in which something happened within so many days of the index event. */
    EVENT_RATE(Facts.EVENTS),
    /** Mean of the days from the beginning of the episode to the index event. */
    MEAN_DAYS_TO_TREATMENT(Facts.EPISODES),
    /** Share whose index event came within so many days of the beginning of the episode. */
    TREATED_WITHIN_DAYS(Facts.EPISODES),
    /** Share of personal goals that were reached, of those of which it is confirmed; for the team only. */
    GOALS_ATTAINED(Facts.EPISODES);

    private final Facts facts;

    Statistic(Facts facts) {
        this.facts = facts;
    }

    /** What it is computed from. */
    enum Facts {
        /** Scores at one moment or at two. */
        SCORES,
        /** Scores at two moments. */
        PAIRS,
        /** Scores at one moment. */
        SCORE,
        /** What happened after the index event. */
        EVENTS,
        /** The episodes themselves. */
        EPISODES
    }

    Facts facts() {
        return facts;
    }

    /** Whether the Measure must name a score and when it is measured. */
    public boolean needsScore() {
        return facts == Facts.SCORES || facts == Facts.PAIRS || facts == Facts.SCORE;
    }

    /** Whether the group must name a number of days. */
    boolean needsDays() {
        return this == EVENT_RATE || this == TREATED_WITHIN_DAYS;
    }

    /** Whether it says of how many of its episodes something is true. */
    public boolean isShare() {
        return switch (this) {
            case RESPONSE_CHAIN,
                    MEAN_BEFORE,
                    MEAN_AFTER,
                    MEAN_GAIN,
                    ADJUSTED_GAIN,
                    OBSERVED_OVER_EXPECTED,
                    MEAN_SCORE,
                    MEAN_DAYS_TO_TREATMENT -> false;
            case IMPROVED_ANY,
                    UNCHANGED,
                    WORSENED,
                    BEYOND_MEASUREMENT_ERROR,
                    REACHED_MIC,
                    TOP_SCORE,
                    EVENT_RATE,
                    TREATED_WITHIN_DAYS,
                    GOALS_ATTAINED -> true;
        };
    }

    /** Whether a case-mix model can say how large the share should be. */
    boolean isPredictable() {
        return switch (this) {
            case IMPROVED_ANY, BEYOND_MEASUREMENT_ERROR, REACHED_MIC, TOP_SCORE, EVENT_RATE, TREATED_WITHIN_DAYS ->
                true;
            default -> false;
        };
    }

    /** In the code system {@code statistic}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Whether an organisation with a larger figure does better.
     *
     * @param higherIsBetter whether that holds for the score
     */
    public boolean moreIsBetter(boolean higherIsBetter) {
        return switch (this) {
            case MEAN_BEFORE, MEAN_AFTER, MEAN_GAIN, ADJUSTED_GAIN, MEAN_SCORE -> higherIsBetter;
            case WORSENED, EVENT_RATE, MEAN_DAYS_TO_TREATMENT -> false;
            case RESPONSE_CHAIN,
                    IMPROVED_ANY,
                    UNCHANGED,
                    BEYOND_MEASUREMENT_ERROR,
                    REACHED_MIC,
                    TOP_SCORE,
                    TREATED_WITHIN_DAYS,
                    OBSERVED_OVER_EXPECTED,
                    GOALS_ATTAINED -> true;
        };
    }

    /** The statistic of a code; empty when there is none such. */
    public static Optional<Statistic> of(String code) {
        return Arrays.stream(values())
                .filter(statistic -> statistic.code().equals(code))
                .findFirst();
    }
}
