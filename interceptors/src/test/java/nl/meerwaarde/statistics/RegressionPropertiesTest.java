package nl.meerwaarde.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import nl.meerwaarde.statistics.Regression.Demand;
import nl.meerwaarde.statistics.Regression.Fitted;

/** Laws of least squares and of maximum likelihood. */
class RegressionPropertiesTest {
    private static final List<String> COLUMNS = List.of("a", "b", "c");

    private static Observations random(long seed, int n, boolean events) {
        Random random = new Random(seed);
        double[][] x = new double[n][];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = new double[] {
                50 + 12 * random.nextGaussian(), random.nextInt(4) == 0 ? 1 : 0, random.nextGaussian() / 100
            };
            double mean = 0.05 * (x[i][0] - 50) + x[i][1] + 30 * x[i][2];
            y[i] = events
                    ? (random.nextDouble() < 1 / (1 + Math.exp(-mean)) ? 1 : 0)
                    : 20 + mean + random.nextGaussian();
        }
        return new Observations(COLUMNS, x, y);
    }

    private static Fitted fit(Observations observations, boolean logistic) {
        Regression fit = logistic
                ? Regression.logistic(observations, Demand.LEAST)
                : Regression.linear(observations, Demand.LEAST);
        Assume.that(fit instanceof Fitted);
        return (Fitted) fit;
    }

    /** The normal equations, and those of the likelihood: what is left over has nothing to do with any column. */
    @Property(tries = 100)
    void residualsAreOrthogonalToEveryColumn(
            @ForAll long seed, @ForAll @IntRange(min = 80, max = 300) int n, @ForAll boolean logistic) {
        Observations observations = random(seed, n, logistic);
        double[] expected = fit(observations, logistic).expected(observations);
        double[] sums = new double[4];
        for (int i = 0; i < n; i++) {
            double residual = observations.y()[i] - expected[i];
            sums[0] += residual;
            for (int j = 0; j < 3; j++) {
                sums[j + 1] += residual * observations.x()[i][j];
            }
        }
        assertThat(Arrays.stream(sums).map(Math::abs).max().orElseThrow()).isLessThan(1e-5);
    }

    /** In its own data a model is calibrated; that is why calibration is shown on data it did not see. */
    @Property(tries = 100)
    void aModelIsCalibratedInItsOwnData(
            @ForAll long seed, @ForAll @IntRange(min = 80, max = 300) int n, @ForAll boolean logistic) {
        Observations observations = random(seed, n, logistic);
        double[] expected = fit(observations, logistic).expected(observations);
        Performance.Calibration calibration =
                Performance.calibration(expected, observations.y(), logistic).orElseThrow();
        assertThat(calibration.slope()).isCloseTo(1, within(1e-5));
        assertThat(calibration.intercept()).isCloseTo(0, within(1e-3));
    }

    /** A unit is a matter of taste: years or months, points or hundredths. */
    @Property(tries = 100)
    void anotherUnitExpectsTheSame(
            @ForAll long seed,
            @ForAll boolean logistic,
            @ForAll @DoubleRange(min = -80, max = 80) double centre,
            @ForAll @DoubleRange(min = 0.01, max = 100) double unit) {
        Observations observations = random(seed, 150, logistic);
        double[][] other = Arrays.stream(observations.x())
                .map(row -> new double[] {(row[0] - centre) / unit, row[1], row[2]})
                .toArray(double[][]::new);
        Observations scaled = new Observations(COLUMNS, other, observations.y());
        Fitted original = fit(observations, logistic);
        Fitted rescaled = fit(scaled, logistic);
        assertThat(rescaled.expected(scaled)).containsExactly(original.expected(observations), within(1e-7));
        assertThat(rescaled.coefficients().get(0).standardError())
                .isCloseTo(unit * original.coefficients().get(0).standardError(), within(1e-6 * unit));
    }

    /** Who has not been seen is expected less well. */
    @Property(tries = 50)
    void crossValidationIsNeverBetterThanTheFit(@ForAll long seed, @ForAll boolean logistic) {
        Observations observations = random(seed, 200, logistic);
        double[] expected = fit(observations, logistic).expected(observations);
        double[] unseen = Regression.crossValidated(observations, logistic).orElseThrow();
        assertThat(Performance.rSquared(unseen, observations.y()).orElseThrow())
                .isLessThan(Performance.rSquared(expected, observations.y()).orElseThrow() + 1e-3);
        assertThat(unseen).hasSameSizeAs(expected).doesNotContain(0.0);
    }
}
