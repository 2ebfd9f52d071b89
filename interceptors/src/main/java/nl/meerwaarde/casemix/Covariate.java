package nl.meerwaarde.casemix;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.meerwaarde.fhir.Code;
import org.jspecify.annotations.Nullable;

/**
 * Something that patients differ by before treatment.
 *
 * @param name what terms of the model call it
 * @param variable where it is read from
 * @param score which score of {@link Variable#SCORE_BEFORE}; otherwise null
 * @param conditions each of the conditions that {@link Variable#CONDITIONS} counts, with all its codes
 * @param categories the categories of a categorical covariate that are told apart, the reference among them; any other value is missing
 * @param missing what happens without it
 * @param imputed the value in place of a missing one, or null
 */
public record Covariate(
        String name,
        Variable variable,
        @Nullable Code score,
        List<Set<Code>> conditions,
        Set<String> categories,
        Missing missing,
        @Nullable BigDecimal imputed) {
    public Covariate {
        conditions = conditions.stream().map(Set::copyOf).toList();
        categories = Set.copyOf(categories);
    }

    /** Where a covariate is read from, one per code of the code system {@code case-mix-covariate}. */
    public enum Variable {
        /** Age at the index date in whole years. */
        AGE(false),
        /** Age band at the index date. */
        AGE_BAND(true),
        /** Administrative gender. */
        SEX(true),
        /** A score, or a number a clinician recorded, that counts at baseline. */
        SCORE_BEFORE(false),
        /** How many of the listed conditions the patient had at the index date. Never missing: what is not recorded is not there. */
        CONDITIONS(false);

        private final boolean categorical;

        Variable(boolean categorical) {
            this.categorical = categorical;
        }

        /** Whether its values are categories instead of numbers. */
        public boolean isCategorical() {
            return categorical;
        }

        /** The code on the wire. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Variable> of(@Nullable String code) {
            return Arrays.stream(values())
                    .filter(variable -> variable.code().equals(code))
                    .findFirst();
        }
    }

    /** What happens when a covariate is missing, one per code of the code system {@code missing-covariate}. */
    public enum Missing {
        /** It is a category of its own, with a coefficient. */
        OWN_CATEGORY,
        /** The mean that the model names stands in. */
        MEAN,
        /** The model expects nothing of such an episode. */
        NO_EXPECTATION;

        /** The code on the wire. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Missing> of(@Nullable String code) {
            return Arrays.stream(values())
                    .filter(missing -> missing.code().equals(code))
                    .findFirst();
        }
    }

    /** The number of an episode; empty when it is missing or no number. */
    public Optional<BigDecimal> number(AtIndex known) {
        return switch (variable) {
            case AGE -> Optional.ofNullable(known.age()).map(BigDecimal::valueOf);
            case SCORE_BEFORE ->
                Optional.ofNullable(score)
                        .map(Code::key)
                        .flatMap(key -> Optional.ofNullable(known.scores().get(key)));
            case CONDITIONS ->
                Optional.of(BigDecimal.valueOf(conditions.stream()
                        .filter(codes -> codes.stream().map(Code::key).anyMatch(known.conditions()::contains))
                        .count()));
            case AGE_BAND, SEX -> Optional.empty();
        };
    }

    /** The category of an episode; empty when it is missing, none of those told apart, or no category. */
    public Optional<String> category(AtIndex known) {
        return Optional.ofNullable(variable == Variable.SEX ? known.sex() : known.ageBand())
                .filter(categories::contains)
                .filter(category -> variable.isCategorical());
    }

    /** Whether an episode lacks it. */
    public boolean isMissing(AtIndex known) {
        return variable.isCategorical()
                ? category(known).isEmpty()
                : number(known).isEmpty();
    }

    /** The same with this value in place of a missing one. */
    public Covariate imputing(BigDecimal value) {
        return new Covariate(name, variable, score, conditions, categories, missing, value);
    }
}
