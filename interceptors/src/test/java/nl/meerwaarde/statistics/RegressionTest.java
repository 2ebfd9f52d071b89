package nl.meerwaarde.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import nl.meerwaarde.statistics.Regression.Demand;
import nl.meerwaarde.statistics.Regression.Fitted;
import nl.meerwaarde.statistics.Regression.Inestimable;
import nl.meerwaarde.statistics.Regression.Reason;
import nl.meerwaarde.statistics.Regression.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Coefficients and standard errors are the published ones; what cannot be estimated is refused with all its reasons. */
class RegressionTest {
    static List<PublishedRegression> published() {
        return PublishedRegression.all();
    }

    @ParameterizedTest
    @MethodSource("published")
    void estimatesAreThePublishedOnes(PublishedRegression published) {
        Observations observations = published.observations();
        Fitted fitted = published.fit(observations);
        assertTerm(fitted.intercept(), published.intercept(), published);
        for (int j = 0; j < fitted.coefficients().size(); j++) {
            assertTerm(fitted.coefficients().get(j), published.coefficients().get(j), published);
        }
        if (published.rSquared() != null) {
            double[] expected = fitted.expected(observations);
            assertThat(Performance.rSquared(expected, observations.y()).orElseThrow())
                    .isCloseTo(published.rSquared(), within(1e-12));
            assertSame(
                    Performance.residualDeviation(
                            expected, observations.y(), published.columns().size() + 1),
                    published.residualDeviation(),
                    published);
        }
    }

    private static void assertTerm(Term term, List<Double> published, PublishedRegression example) {
        assertSame(term.estimate(), published.get(0), example);
        assertSame(term.standardError(), published.get(1), example);
    }

    /** Certified values by significant digits, textbook values by the decimals that are printed. */
    private static void assertSame(double ours, double published, PublishedRegression example) {
        double tolerance = example.kind().equals("linear")
                ? Math.abs(published) * Math.pow(10, -example.digits())
                : 0.51 * Math.pow(10, -example.digits());
        assertThat(ours).isCloseTo(published, within(tolerance));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        double[][] x = new double[30][];
        double[] y = new double[30];
        for (int i = 0; i < x.length; i++) {
            x[i] = new double[] {i, 7, 3 * i + 2, i % 7};
            y[i] = i % 5;
        }
        Observations observations = new Observations(List.of("age", "empty", "age again", "other"), x, y);
        assertThat(reasons(Regression.linear(observations, Demand.TEN)))
                .containsExactly(
                        new Reason.TooFew(50, 30, false),
                        new Reason.Constant("empty"),
                        new Reason.Collinear("age again"));
    }

    /** A dummy for every category adds up to the constant. */
    @Test
    void aCategoryTooManyIsCollinear() {
        double[][] x = IntStream.range(0, 60)
                .mapToObj(i -> new double[] {i % 3 == 0 ? 1 : 0, i % 3 == 1 ? 1 : 0, i % 3 == 2 ? 1 : 0})
                .toArray(double[][]::new);
        double[] y = IntStream.range(0, 60).mapToDouble(i -> i % 11).toArray();
        assertThat(reasons(Regression.linear(new Observations(List.of("a", "b", "c"), x, y), Demand.TEN)))
                .containsExactly(new Reason.Collinear("c"));
    }

    /** The rarer outcome counts: 200 episodes with 12 events bear one coefficient. */
    @Test
    void eventsBoundTheNumberOfCoefficients() {
        double[][] x = IntStream.range(0, 200)
                .mapToObj(i -> new double[] {i % 7, i % 13})
                .toArray(double[][]::new);
        double[] y =
                IntStream.range(0, 200).mapToDouble(i -> i % 17 == 0 ? 1 : 0).toArray();
        assertThat(reasons(Regression.logistic(new Observations(List.of("a", "b"), x, y), Demand.TEN)))
                .containsExactly(new Reason.TooFew(20, 12, true));
    }

    @Test
    void aCovariateThatTellsTheOutcomeHasNoCoefficient() {
        double[][] x =
                IntStream.range(0, 40).mapToObj(i -> new double[] {i, i % 3}).toArray(double[][]::new);
        double[] y = IntStream.range(0, 40).mapToDouble(i -> i < 20 ? 0 : 1).toArray();
        assertThat(reasons(Regression.logistic(new Observations(List.of("age", "b"), x, y), Demand.TEN)))
                .containsExactly(new Reason.Separated("age"));
    }

    /** Of sixty in this category none had the event. */
    @Test
    void aCategoryWithoutEventsHasNoCoefficient() {
        double[][] x = IntStream.range(0, 180)
                .mapToObj(i -> new double[] {i % 3 == 0 ? 1 : 0})
                .toArray(double[][]::new);
        double[] y = IntStream.range(0, 180)
                .mapToDouble(i -> i % 3 != 0 && i % 4 == 0 ? 1 : 0)
                .toArray();
        assertThat(reasons(Regression.logistic(new Observations(List.of("sex=other"), x, y), Demand.TEN)))
                .containsExactly(new Reason.Separated("sex=other"));
    }

    /** Neither covariate alone divides the outcomes, their sum does. */
    @Test
    void covariatesThatTellTheOutcomeTogetherHaveNoCoefficients() {
        double[][] x = IntStream.range(0, 60)
                .mapToObj(i -> new double[] {(i * 17) % 31, (i * 23) % 29})
                .toArray(double[][]::new);
        double[] y = Arrays.stream(x)
                .mapToDouble(row -> row[0] + row[1] > 28 ? 1 : 0)
                .toArray();
        assertThat(reasons(Regression.logistic(new Observations(List.of("a", "b"), x, y), Demand.TEN)))
                .containsExactly(new Reason.SeparatedTogether());
    }

    @Test
    void anOutcomeThatIsNoEventIsRefused() {
        Observations observations = new Observations(List.of(), new double[1][0], new double[] {0.5});
        assertThatThrownBy(() -> Regression.logistic(observations, Demand.TEN)).hasMessageContaining("0 or 1");
    }

    /** Four with and four without: 13 of 16 pairs in order, one tie. */
    @Test
    void discriminationCountsPairs() {
        double[] expected = {0.1, 0.2, 0.3, 0.6, 0.3, 0.5, 0.7, 0.8};
        double[] observed = {0, 0, 0, 0, 1, 1, 1, 1};
        assertThat(Performance.auc(expected, observed).orElseThrow()).isCloseTo(13.5 / 16, within(1e-12));
    }

    @Test
    void decilesHoldNeighbours() {
        double[] expected =
                IntStream.range(0, 100).mapToDouble(i -> (i * 37) % 100).toArray();
        assertThat(Performance.deciles(expected, expected)).hasSize(10).allSatisfy(decile -> {
            assertThat(decile.n()).isEqualTo(10);
            assertThat(decile.expected()).isEqualTo(decile.observed());
        });
        assertThat(Performance.deciles(expected, expected).get(3).expected()).isEqualTo(34.5);
    }

    private static List<Reason> reasons(Regression regression) {
        assertThat(regression).isInstanceOf(Inestimable.class);
        return ((Inestimable) regression).reasons();
    }
}
