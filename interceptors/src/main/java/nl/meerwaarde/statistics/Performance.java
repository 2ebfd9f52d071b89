package nl.meerwaarde.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import nl.meerwaarde.statistics.Regression.Demand;
import nl.meerwaarde.statistics.Regression.Fitted;
import org.hipparchus.stat.ranking.NaturalRanking;
import org.hipparchus.stat.ranking.TiesStrategy;

/** How well expectations fit what was observed. */
public final class Performance {
    private static final int DECILES = 10;

    private Performance() {}

    /**
     * A tenth of the observations, those with neighbouring expectations.
     *
     * @param expected mean expectation
     * @param observed mean outcome
     */
    public record Decile(int n, double expected, double observed) {}

    /**
     * The line through outcomes over expectations (of a logistic model over their log odds): 0 and 1 when expectations are right.
     *
     * @see <a href="https://doi.org/10.1186/s12916-019-1466-7">Van Calster et al., BMC Medicine 2019;17:230</a>
     */
    public record Calibration(double intercept, double slope) {}

    /** 1 − Σ(observed − expected)² / Σ(observed − mean)²; empty when all outcomes are the same. May be negative. */
    public static OptionalDouble rSquared(double[] expected, double[] observed) {
        double mean = Columns.mean(observed);
        double residual = 0;
        double total = 0;
        for (int i = 0; i < observed.length; i++) {
            residual += (observed[i] - expected[i]) * (observed[i] - expected[i]);
            total += (observed[i] - mean) * (observed[i] - mean);
        }
        return total > 0 ? OptionalDouble.of(1 - residual / total) : OptionalDouble.empty();
    }

    /** √(Σ(observed − expected)² / (n − coefficients)). */
    public static double residualDeviation(double[] expected, double[] observed, int coefficients) {
        double squares = 0;
        for (int i = 0; i < observed.length; i++) {
            squares += (observed[i] - expected[i]) * (observed[i] - expected[i]);
        }
        return Math.sqrt(squares / (observed.length - coefficients));
    }

    /** The chance that of two observations the one with the event has the greater expectation, a tie counting half; empty when all outcomes are the same. */
    public static OptionalDouble auc(double[] expected, double[] observed) {
        double[] ranks = new NaturalRanking(TiesStrategy.AVERAGE).rank(expected);
        double events = Arrays.stream(observed).sum();
        double others = observed.length - events;
        double ranksOfEvents = IntStream.range(0, observed.length)
                .filter(i -> observed[i] == 1)
                .mapToDouble(i -> ranks[i])
                .sum();
        return events > 0 && others > 0
                ? OptionalDouble.of((ranksOfEvents - events * (events + 1) / 2) / (events * others))
                : OptionalDouble.empty();
    }

    /** The observations in ten parts of equal size by their expectations; fewer parts of fewer than ten observations. */
    public static List<Decile> deciles(double[] expected, double[] observed) {
        Integer[] order = IntStream.range(0, expected.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> expected[i]));
        int parts = Math.min(DECILES, expected.length);
        List<Decile> deciles = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int from = (int) ((long) part * order.length / parts);
            int to = (int) ((long) (part + 1) * order.length / parts);
            double sumExpected = 0;
            double sumObserved = 0;
            for (int k = from; k < to; k++) {
                sumExpected += expected[order[k]];
                sumObserved += observed[order[k]];
            }
            deciles.add(new Decile(to - from, sumExpected / (to - from), sumObserved / (to - from)));
        }
        return deciles;
    }

    /** Calibration of expectations; empty when they do not vary, or of probabilities that tell the outcome outright. */
    public static Optional<Calibration> calibration(double[] expected, double[] observed, boolean logistic) {
        double[][] x = new double[expected.length][];
        for (int i = 0; i < x.length; i++) {
            x[i] = new double[] {logistic ? Math.log(expected[i] / (1 - expected[i])) : expected[i]};
            if (!Double.isFinite(x[i][0])) {
                return Optional.empty();
            }
        }
        Observations line = new Observations(List.of("expected"), x, observed);
        Regression fit = logistic ? Regression.logistic(line, Demand.LEAST) : Regression.linear(line, Demand.LEAST);
        return fit instanceof Fitted fitted
                ? Optional.of(new Calibration(
                        fitted.intercept().estimate(),
                        fitted.coefficients().get(0).estimate()))
                : Optional.empty();
    }
}
