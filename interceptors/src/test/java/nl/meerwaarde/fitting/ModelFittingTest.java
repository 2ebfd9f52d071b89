package nl.meerwaarde.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import nl.meerwaarde.casemix.AtIndex;
import nl.meerwaarde.casemix.CaseMixModel;
import nl.meerwaarde.casemix.Covariate;
import nl.meerwaarde.casemix.Covariate.Missing;
import nl.meerwaarde.casemix.Covariate.Variable;
import nl.meerwaarde.casemix.Term;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Code;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ModelFittingTest {
    private static final Code SCORE = new Code("urn:score", "knee");

    private static CaseMixModel template(CaseMixModel.Kind kind) {
        return new CaseMixModel(
                new CanonicalReference("urn:model", "1"),
                null,
                false,
                new CanonicalReference("urn:pathway", null),
                kind,
                SCORE,
                null,
                null,
                0,
                "month-6",
                null,
                List.of(
                        new Covariate("age", Variable.AGE, null, List.of(), Set.of(), Missing.MEAN, null),
                        new Covariate(
                                "sex",
                                Variable.SEX,
                                null,
                                List.of(),
                                Set.of("male", "female"),
                                Missing.OWN_CATEGORY,
                                null),
                        new Covariate(
                                "before",
                                Variable.SCORE_BEFORE,
                                SCORE,
                                List.of(),
                                Set.of(),
                                Missing.NO_EXPECTATION,
                                null)),
                List.of(
                        term("age", null, 70, 10),
                        term("sex", "female", 0, 1),
                        term("sex", Term.MISSING, 0, 1),
                        term("before", null, 20, 1)));
    }

    private static Term term(String covariate, @Nullable String category, int centre, int unit) {
        return new Term(covariate, category, BigDecimal.valueOf(centre), BigDecimal.valueOf(unit), 1, null);
    }

    /** 30 − 2 × (age − 70) / 10 + 1.5 of women − 1 of those whose sex is unknown + 0.4 × (before − 20), and noise of one point. */
    private static List<ObservedEpisode> episodes(int n, boolean events, double noise) {
        Random random = new Random(7);
        List<ObservedEpisode> episodes = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int age = 50 + random.nextInt(40);
            int kind = random.nextInt(10);
            String sex = kind == 0 ? null : kind < 5 ? "female" : "male";
            int before = random.nextInt(48);
            double mean = (events ? 0 : 30)
                    - 2 * (age - 70) / 10.0
                    + (sex == null ? -1 : sex.equals("female") ? 1.5 : 0)
                    + 0.4 * (before - 20);
            double outcome = events
                    ? (random.nextDouble() < 1 / (1 + Math.exp(-mean / 3)) ? 1 : 0)
                    : mean + noise * random.nextGaussian();
            episodes.add(new ObservedEpisode(
                    "episode-" + i,
                    i % 3 == 0 ? "a" : "b",
                    new AtIndex(age, null, sex, Map.of(SCORE.key(), BigDecimal.valueOf(before)), Set.of()),
                    outcome));
        }
        return episodes;
    }

    @Test
    void theCoefficientsBehindEpisodesAreFound() {
        ModelFit.Fitted fit = fitted(CaseMixModel.Kind.LINEAR, episodes(2_000, false, 1));
        assertCoefficients(fit, 0.15, 30, -2, 1.5, -1, 0.4);
        assertThat(fit.quality().residualDeviation().orElseThrow()).isCloseTo(1, within(0.05));
        assertThat(fit.quality().explained().orElseThrow()).isGreaterThan(0.95);
        assertThat(fit.quality().explainedUnseen().orElseThrow())
                .isLessThan(fit.quality().explained().orElseThrow())
                .isGreaterThan(0.95);
        assertThat(fit.quality().calibration().orElseThrow().slope()).isCloseTo(1, within(0.02));
        assertThat(fit.quality().deciles())
                .hasSize(10)
                .allSatisfy(decile -> assertThat(decile.observed()).isCloseTo(decile.expected(), within(0.5)));
    }

    /** Divided by three, because events come by a third of the sum. */
    @Test
    void logOddsBehindEventsAreFound() {
        ModelFit.Fitted fit = fitted(CaseMixModel.Kind.LOGISTIC, episodes(20_000, true, 0));
        assertCoefficients(fit, 0.15, 0, -2 / 3.0, 0.5, -1 / 3.0, 0.4 / 3);
        assertThat(fit.quality().explained().orElseThrow()).isBetween(0.75, 0.99);
        assertThat(fit.quality().events()).isBetween(8_000, 14_000);
    }

    private static void assertCoefficients(ModelFit.Fitted fit, double tolerance, double intercept, double... others) {
        assertThat(String.valueOf(fit.model().intercept()).length()).isLessThanOrEqualTo(20);
        assertThat(fit.model().intercept().doubleValue()).isCloseTo(intercept, within(tolerance));
        for (int i = 0; i < others.length; i++) {
            assertThat(fit.model().terms().get(i).coefficient().doubleValue()).isCloseTo(others[i], within(tolerance));
            assertThat(fit.errors().get(i)).isBetween(0.0005, tolerance);
        }
    }

    /** What a database gives first is nobody's business: validation divides episodes in an order of its own. */
    @Test
    void theOrderOfEpisodesDoesNotMatter() {
        List<ObservedEpisode> episodes = episodes(300, false, 1);
        List<ObservedEpisode> shuffled = new ArrayList<>(episodes);
        Collections.shuffle(shuffled, new Random(3));
        assertThat(fitted(CaseMixModel.Kind.LINEAR, shuffled)).isEqualTo(fitted(CaseMixModel.Kind.LINEAR, episodes));
    }

    @Test
    void theMeanOfThoseWhoseAgeIsKnownStandsIn() {
        List<ObservedEpisode> episodes = new ArrayList<>(episodes(300, false, 1));
        ModelFit.Fitted known = fitted(CaseMixModel.Kind.LINEAR, episodes);
        AtIndex first = episodes.get(0).known();
        episodes.add(
                new ObservedEpisode("ageless", "c", new AtIndex(null, null, "male", first.scores(), Set.of()), 30));
        episodes.add(new ObservedEpisode("scoreless", "c", new AtIndex(70, null, "male", Map.of(), Set.of()), 30));
        ModelFit.Fitted fit = fitted(CaseMixModel.Kind.LINEAR, episodes);
        assertThat(fit.model().covariates().get(0).imputed()).isNotNull();
        assertThat(known.quality().n()).isEqualTo(300);
        assertThat(fit.quality().n()).isEqualTo(301);
        assertThat(fit.missingness())
                .contains(
                        new ModelFit.Missingness("c", "age", 1, 2),
                        new ModelFit.Missingness("c", "before", 1, 2),
                        new ModelFit.Missingness("a", "before", 0, 100));
    }

    @Test
    void everyReasonWhyNotIsTold() {
        List<ObservedEpisode> episodes = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            episodes.add(new ObservedEpisode(
                    "episode-" + i,
                    "a",
                    new AtIndex(70, null, "male", Map.of(SCORE.key(), BigDecimal.valueOf(i)), Set.of()),
                    i % 7));
        }
        assertThat(ModelFitting.fit(template(CaseMixModel.Kind.LINEAR), episodes))
                .isInstanceOfSatisfying(
                        ModelFit.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(problem -> problem.sentence().toString())
                                .satisfiesExactly(
                                        text -> assertThat(text)
                                                .contains("30 episodes")
                                                .contains("need 50"),
                                        text -> assertThat(text).contains("term age is the same"),
                                        text -> assertThat(text).contains("in sex=female"),
                                        text -> assertThat(text).contains("in sex=missing")));
    }

    @Test
    void withoutAnyEpisodeThereIsNothingToFit() {
        assertThat(ModelFitting.fit(template(CaseMixModel.Kind.LINEAR), List.of()))
                .isInstanceOf(ModelFit.Refused.class);
        assertThat(ModelFitting.fit(template(CaseMixModel.Kind.LOGISTIC), List.of()))
                .isInstanceOf(ModelFit.Refused.class);
    }

    private static ModelFit.Fitted fitted(CaseMixModel.Kind kind, List<ObservedEpisode> episodes) {
        return (ModelFit.Fitted) ModelFitting.fit(template(kind), episodes);
    }
}
