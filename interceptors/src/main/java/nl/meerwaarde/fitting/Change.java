package nl.meerwaarde.fitting;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import nl.meerwaarde.casemix.CaseMixModel;
import nl.meerwaarde.score.ScoreDefinition;
import org.jspecify.annotations.Nullable;

/** What can be true of a scored patient so that a logistic model predicts it, one per code in {@link CaseMixModel#SHARES_OF_SCORED}. As reports count it. */
enum Change {
    IMPROVED_ANY {
        @Override
        boolean isKnownBy(ScoreDefinition definition) {
            return true;
        }

        @Override
        boolean holds(@Nullable BigDecimal before, BigDecimal after, ScoreDefinition definition) {
            return gain(before, after, definition).signum() > 0;
        }
    },
    BEYOND_MEASUREMENT_ERROR {
        @Override
        boolean isKnownBy(ScoreDefinition definition) {
            return definition.sdc95() != null;
        }

        @Override
        boolean holds(@Nullable BigDecimal before, BigDecimal after, ScoreDefinition definition) {
            return gain(before, after, definition).abs().compareTo(Objects.requireNonNull(definition.sdc95())) > 0;
        }
    },
    REACHED_MIC {
        @Override
        boolean isKnownBy(ScoreDefinition definition) {
            return definition.individualMic() != null;
        }

        @Override
        boolean holds(@Nullable BigDecimal before, BigDecimal after, ScoreDefinition definition) {
            return gain(before, after, definition).compareTo(Objects.requireNonNull(definition.individualMic())) >= 0;
        }
    },
    TOP_SCORE {
        @Override
        boolean isKnownBy(ScoreDefinition definition) {
            return best(definition) != null;
        }

        @Override
        boolean holds(@Nullable BigDecimal before, BigDecimal after, ScoreDefinition definition) {
            int beside = after.compareTo(Objects.requireNonNull(best(definition)));
            return lowerIsBetter(definition) ? beside <= 0 : beside >= 0;
        }
    };

    /** Whether the score's definition says what is needed to know whether it is true. */
    abstract boolean isKnownBy(ScoreDefinition definition);

    /** Whether it is true. @param before needed for everything but the score itself */
    abstract boolean holds(@Nullable BigDecimal before, BigDecimal after, ScoreDefinition definition);

    /** What a logistic model of a score predicts; empty when no source says what that is for its score. */
    static Optional<Change> of(CaseMixModel model, @Nullable ScoreDefinition definition) {
        String share = model.share() == null ? "reached-mic" : model.share();
        return Arrays.stream(values())
                .filter(change -> change.code().equals(share))
                .filter(change -> definition != null && change.isKnownBy(definition))
                .findFirst();
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean lowerIsBetter(ScoreDefinition definition) {
        return Boolean.FALSE.equals(definition.higherIsBetter());
    }

    private static BigDecimal gain(@Nullable BigDecimal before, BigDecimal after, ScoreDefinition definition) {
        BigDecimal first = Objects.requireNonNull(before);
        return lowerIsBetter(definition) ? first.subtract(after) : after.subtract(first);
    }

    private static @Nullable BigDecimal best(ScoreDefinition definition) {
        if (definition.possible() == null) {
            return null;
        }
        return lowerIsBetter(definition)
                ? definition.possible().getLow().getValue()
                : definition.possible().getHigh().getValue();
    }
}
