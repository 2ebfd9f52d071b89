package nl.meerwaarde.fitting;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import nl.meerwaarde.casemix.CaseMixModel;
import nl.meerwaarde.casemix.Covariate;
import nl.meerwaarde.casemix.Term;
import nl.meerwaarde.fhir.Fingerprint;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.statistics.Observations;
import nl.meerwaarde.statistics.Performance;
import nl.meerwaarde.statistics.Regression;
import nl.meerwaarde.statistics.Regression.Reason;
import org.jspecify.annotations.Nullable;

/** Fits a model on episodes. Pure: no database, no clock. */
public final class ModelFitting {
    /** Digits of a coefficient: enough for any score, and a decimal that every database keeps. */
    private static final MathContext DIGITS = new MathContext(12);

    private final CaseMixModel template;
    private final List<ObservedEpisode> episodes;

    private ModelFitting(CaseMixModel template, List<ObservedEpisode> episodes) {
        this.template = imputing(template, episodes);
        this.episodes = episodes;
    }

    /**
     * Fits the model's terms; coefficients it has already are not looked at, nor are means it imputes.
     *
     * @param observed in any order: the result does not depend on it
     */
    public static ModelFit fit(CaseMixModel template, List<ObservedEpisode> observed) {
        List<ObservedEpisode> ordered = observed.stream()
                .sorted(Comparator.comparingLong((ObservedEpisode episode) -> Fingerprint.number(episode.episode()))
                        .thenComparing(ObservedEpisode::episode))
                .toList();
        return new ModelFitting(template, ordered).fit();
    }

    private static CaseMixModel imputing(CaseMixModel template, List<ObservedEpisode> episodes) {
        List<Covariate> covariates = template.covariates().stream()
                .map(covariate -> covariate.missing() == Covariate.Missing.MEAN
                        ? mean(covariate, episodes).map(covariate::imputing).orElse(covariate)
                        : covariate)
                .toList();
        return with(template, template.intercept(), covariates, template.terms());
    }

    private static Optional<BigDecimal> mean(Covariate covariate, List<ObservedEpisode> episodes) {
        List<BigDecimal> known = episodes.stream()
                .flatMap(episode -> covariate.number(episode.known()).stream())
                .toList();
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(known.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(known.size()), DIGITS));
    }

    private ModelFit fit() {
        List<double[]> rows = new ArrayList<>();
        List<Double> outcomes = new ArrayList<>();
        for (ObservedEpisode episode : episodes) {
            template.row(episode.known()).ifPresent(row -> {
                rows.add(row.stream().mapToDouble(BigDecimal::doubleValue).toArray());
                outcomes.add(episode.outcome());
            });
        }
        Observations observations = new Observations(
                template.terms().stream().map(Term::label).toList(),
                rows.toArray(double[][]::new),
                outcomes.stream().mapToDouble(Double::doubleValue).toArray());
        Regression regression = logistic()
                ? Regression.logistic(observations, Regression.Demand.TEN)
                : Regression.linear(observations, Regression.Demand.TEN);
        return regression instanceof Regression.Fitted fitted
                ? fitted(fitted, observations)
                : new ModelFit.Refused(((Regression.Inestimable) regression)
                        .reasons().stream().map(this::problem).toList());
    }

    private boolean logistic() {
        return template.kind() == CaseMixModel.Kind.LOGISTIC;
    }

    private ModelFit fitted(Regression.Fitted regression, Observations observations) {
        List<Term> terms = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        for (int i = 0; i < template.terms().size(); i++) {
            Regression.Term estimate = regression.coefficients().get(i);
            terms.add(template.terms().get(i).with(decimal(estimate.estimate())));
            errors.add(estimate.standardError());
        }
        return new ModelFit.Fitted(
                with(template, decimal(regression.intercept().estimate()), template.covariates(), terms),
                regression.intercept().standardError(),
                errors,
                quality(regression, observations),
                missingness());
    }

    /** A number as a model keeps it. */
    static BigDecimal decimal(double number) {
        return new BigDecimal(number).round(DIGITS);
    }

    private ModelFit.Quality quality(Regression.Fitted regression, Observations observations) {
        double[] observed = observations.y();
        double[] expected = regression.expected(observations);
        Optional<double[]> unseen = Regression.crossValidated(observations, logistic());
        return new ModelFit.Quality(
                observations.n(),
                logistic() ? (int) Math.round(Arrays.stream(observed).sum()) : 0,
                logistic() ? Performance.auc(expected, observed) : Performance.rSquared(expected, observed),
                unseen.map(apart ->
                                logistic() ? Performance.auc(apart, observed) : Performance.rSquared(apart, observed))
                        .orElseGet(OptionalDouble::empty),
                logistic()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(Performance.residualDeviation(
                                expected, observed, template.terms().size() + 1)),
                unseen.flatMap(apart -> Performance.calibration(apart, observed, logistic())),
                Performance.deciles(unseen.orElse(expected), observed));
    }

    /** Of all episodes with an outcome, whether or not the model can do without what they lack. */
    private List<ModelFit.Missingness> missingness() {
        Map<String, List<ObservedEpisode>> byOrganization = new TreeMap<>();
        episodes.forEach(episode -> byOrganization
                .computeIfAbsent(episode.organization(), organization -> new ArrayList<>())
                .add(episode));
        List<ModelFit.Missingness> missingness = new ArrayList<>();
        byOrganization.forEach((organization, theirs) -> template.covariates()
                .forEach(covariate -> missingness.add(new ModelFit.Missingness(
                        organization,
                        covariate.name(),
                        (int) theirs.stream()
                                .filter(episode -> covariate.isMissing(episode.known()))
                                .count(),
                        theirs.size()))));
        return missingness;
    }

    private Problem problem(Reason reason) {
        return new Problem(ProblemCode.MODEL_NOT_ESTIMABLE, "", sentence(reason));
    }

    private Sentence sentence(Reason reason) {
        if (reason instanceof Reason.TooFew tooFew) {
            return sentence(
                    tooFew.ofRarerOutcome() ? "too-few-events" : "too-few-episodes", tooFew.found(), tooFew.needed());
        }
        if (reason instanceof Reason.Constant constant) {
            return sentence(isCategory(constant.column()) ? "empty-category" : "constant", constant.column());
        }
        if (reason instanceof Reason.Collinear collinear) {
            return sentence("collinear", collinear.column());
        }
        return reason instanceof Reason.Separated separated
                ? sentence("separated", separated.column())
                : sentence("separated-together");
    }

    private static Sentence sentence(String key, Object... arguments) {
        return Sentence.beside(ModelFitting.class, key, arguments);
    }

    private boolean isCategory(String column) {
        return template.terms().stream()
                .anyMatch(term -> term.category() != null && term.label().equals(column));
    }

    private static CaseMixModel with(
            CaseMixModel model, @Nullable BigDecimal intercept, List<Covariate> covariates, List<Term> terms) {
        return new CaseMixModel(
                model.canonical(),
                model.library(),
                model.active(),
                model.pathway(),
                model.kind(),
                model.score(),
                model.event(),
                model.share(),
                model.days(),
                model.moment(),
                intercept,
                covariates,
                terms);
    }
}
