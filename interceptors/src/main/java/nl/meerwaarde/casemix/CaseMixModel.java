package nl.meerwaarde.casemix;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Code;
import org.jspecify.annotations.Nullable;

/**
 * A version of a case-mix model.
 *
 * @param canonical address and version, by which its expectations are kept
 * @param library id of the Library, or null when it is not stored
 * @param active whether expectations are computed
 * @param pathway whose episodes; without a version those of every version
 * @param kind how covariates and outcome go together
 * @param score the score it is about, or null
 * @param event code of the event it predicts, or null: then it predicts the score, or a share of those who are scored
 * @param share code of the statistic that a logistic model predicts, where it says so; null: the event, or that the minimal important change is reached
 * @param days within how many days what it predicts is counted; 0: before the window of the moment closes, or no such limit
 * @param moment code of the moment it predicts for
 * @param intercept the constant, or null while nobody has fitted it
 */
public record CaseMixModel(
        CanonicalReference canonical,
        @Nullable String library,
        boolean active,
        CanonicalReference pathway,
        Kind kind,
        @Nullable Code score,
        @Nullable Code event,
        @Nullable String share,
        int days,
        String moment,
        @Nullable BigDecimal intercept,
        List<Covariate> covariates,
        List<Term> terms) {
    /** The share of episodes that are treated within so many days. */
    public static final String TREATED_WITHIN_DAYS = "treated-within-days";

    /** Shares of those who are scored that a logistic model can predict, by the codes of the code system {@code statistic}. */
    public static final Set<String> SHARES_OF_SCORED =
            Set.of("improved-any", "beyond-measurement-error", "reached-mic", "top-score");

    private static final MathContext PRECISION = Term.PRECISION;

    public CaseMixModel {
        covariates = List.copyOf(covariates);
        terms = List.copyOf(terms);
    }

    /** How covariates and outcome go together, one per code of the code system {@code case-mix-kind}. */
    public enum Kind {
        /** The sum is the expected score. */
        LINEAR,
        /** The sum is the log odds of the event. */
        LOGISTIC;

        /** The code on the wire. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How its expectations are called in tables and Measures: {@code url|version}. */
    public String key() {
        return canonical.toString();
    }

    /** What its expectations are about: the key of the score, or {@link #outcome(String, Code, Code, int) that of a share}. */
    public String outcome() {
        return kind == Kind.LINEAR
                ? Objects.requireNonNull(score).key()
                : outcome(share == null ? "reached-mic" : share, score, event, days);
    }

    /**
     * How a probability is called in tables, so that nobody takes it for a score, and nobody the one within a month for the one within a year.
     *
     * @param share code of a statistic that is a share
     * @param score whose, or null
     * @param event that it is the share of, or null
     * @param days within which; 0 without such a limit
     */
    public static String outcome(String share, @Nullable Code score, @Nullable Code event, int days) {
        String within = days == 0 ? "" : "#within-" + days;
        if (event != null) {
            return event.key() + within;
        }
        return share.equals(TREATED_WITHIN_DAYS)
                ? share + within
                : Objects.requireNonNull(score).key() + "#" + share;
    }

    /** Whether it is about episodes of this pathway. */
    public boolean isAbout(CanonicalReference followed) {
        return pathway.url().equals(followed.url())
                && (pathway.version() == null || pathway.version().equals(followed.version()));
    }

    /** Whether it has every number it needs. */
    boolean isFitted() {
        return intercept != null && terms.stream().allMatch(term -> term.coefficient() != null);
    }

    /** What a score or probability is expected of an episode; empty when a covariate is missing that it cannot do without, or it is not fitted. */
    public Optional<BigDecimal> expected(AtIndex known) {
        return isFitted() ? row(known).map(this::sum).map(this::outcome) : Optional.empty();
    }

    /** The factor of each term for an episode, in their order; empty when a covariate is missing that the model cannot do without. */
    public Optional<List<BigDecimal>> row(AtIndex known) {
        boolean lacks = covariates.stream()
                .anyMatch(covariate -> covariate.isMissing(known)
                        && (covariate.missing() == Covariate.Missing.NO_EXPECTATION
                                || covariate.missing() == Covariate.Missing.MEAN && covariate.imputed() == null));
        if (lacks) {
            return Optional.empty();
        }
        Map<String, Covariate> byName =
                covariates.stream().collect(Collectors.toMap(Covariate::name, Function.identity()));
        List<BigDecimal> row = new ArrayList<>();
        for (Term term : terms) {
            row.add(factor(term, Objects.requireNonNull(byName.get(term.covariate())), known));
        }
        return Optional.of(row);
    }

    private static BigDecimal factor(Term term, Covariate covariate, AtIndex known) {
        if (term.category() != null) {
            boolean here = term.category().equals(Term.MISSING)
                    ? covariate.isMissing(known)
                    : covariate.category(known).filter(term.category()::equals).isPresent();
            return here ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        return covariate
                .number(known)
                .or(() -> Optional.ofNullable(covariate.imputed()))
                .map(term::of)
                .orElse(BigDecimal.ZERO);
    }

    private BigDecimal sum(List<BigDecimal> row) {
        BigDecimal sum = Objects.requireNonNull(intercept);
        for (int i = 0; i < row.size(); i++) {
            BigDecimal coefficient = Objects.requireNonNull(terms.get(i).coefficient());
            sum = sum.add(coefficient.multiply(row.get(i), PRECISION), PRECISION);
        }
        return sum;
    }

    /** {@code StrictMath}, because nodes that are compared must expect the same to the last digit. */
    private BigDecimal outcome(BigDecimal sum) {
        return kind == Kind.LINEAR ? sum : BigDecimal.valueOf(1 / (1 + StrictMath.exp(-sum.doubleValue())));
    }
}
