package nl.meerwaarde.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.meerwaarde.statistics.Regression.Demand;
import nl.meerwaarde.statistics.Regression.Fitted;
import nl.meerwaarde.statistics.Regression.Inestimable;
import nl.meerwaarde.statistics.Regression.Reason;
import nl.meerwaarde.statistics.Regression.Term;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;

/**
 * Logistic regression by iteratively reweighted least squares, each step by the library's QR decomposition, on columns of mean zero and standard deviation
 * one, so that covariates in any unit converge alike.
 *
 * @see <a href="https://doi.org/10.1007/978-1-4899-3242-6">McCullagh and Nelder, Generalized Linear Models, 1989, section 2.5</a>
 */
final class MaximumLikelihood {
    private static final int MOST_STEPS = 50;
    private static final double CONVERGED = 1e-12;
    /** A fitted coefficient of a standardised column is a few units at most; without a bound its standard error grows past anything. */
    private static final double UNBOUNDED = 50;

    private final Observations observations;
    private final double[] means;
    private final double[] deviations;
    private final double[][] standardised;

    private MaximumLikelihood(Observations observations) {
        this.observations = observations;
        int columns = observations.columns().size();
        this.means = new double[columns];
        this.deviations = new double[columns];
        this.standardised = new double[observations.n()][columns + 1];
        for (int j = 0; j < columns; j++) {
            double[] column = observations.column(j);
            means[j] = Columns.mean(column);
            deviations[j] = deviation(column, means[j]);
        }
        for (int i = 0; i < standardised.length; i++) {
            standardised[i][0] = 1;
            for (int j = 0; j < columns; j++) {
                standardised[i][j + 1] = (observations.x()[i][j] - means[j]) / deviations[j];
            }
        }
    }

    static Regression fit(Observations observations, Demand demand) {
        for (double outcome : observations.y()) {
            if (outcome != 0 && outcome != 1) {
                throw new IllegalArgumentException("The outcome of a logistic regression is 0 or 1");
            }
        }
        List<Reason> reasons = reasons(observations, demand);
        return reasons.isEmpty() ? new MaximumLikelihood(observations).fit() : new Inestimable(reasons);
    }

    private static List<Reason> reasons(Observations observations, Demand demand) {
        List<Reason> reasons = new ArrayList<>();
        int events = (int) Math.round(Arrays.stream(observations.y()).sum());
        int rarer = Math.min(events, observations.n() - events);
        int needed =
                demand.perCoefficient() * Math.max(1, observations.columns().size());
        if (rarer < needed) {
            reasons.add(new Reason.TooFew(needed, rarer, true));
        }
        if (observations.n() > 0) {
            reasons.addAll(Regression.commonReasons(observations));
        }
        if (rarer > 0) {
            for (int j = 0; j < observations.columns().size(); j++) {
                if (separates(observations.column(j), observations.y())) {
                    reasons.add(new Reason.Separated(observations.columns().get(j)));
                }
            }
        }
        return reasons;
    }

    /** Whether a threshold divides the outcomes: no event on one side of it and nothing else on the other, but for the threshold itself. */
    private static boolean separates(double[] column, double[] outcomes) {
        if (Columns.isConstant(column)) {
            return false;
        }
        double leastWith = Double.POSITIVE_INFINITY;
        double mostWith = Double.NEGATIVE_INFINITY;
        double leastWithout = Double.POSITIVE_INFINITY;
        double mostWithout = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < column.length; i++) {
            if (outcomes[i] == 1) {
                leastWith = Math.min(leastWith, column[i]);
                mostWith = Math.max(mostWith, column[i]);
            } else {
                leastWithout = Math.min(leastWithout, column[i]);
                mostWithout = Math.max(mostWithout, column[i]);
            }
        }
        return leastWith >= mostWithout || leastWithout >= mostWith;
    }

    private Regression fit() {
        double[] beta = new double[means.length + 1];
        double events = Columns.mean(observations.y());
        beta[0] = Math.log(events / (1 - events));
        double deviance = deviance(beta);
        try {
            for (int step = 0; step < MOST_STEPS; step++) {
                beta = step(beta).estimateRegressionParameters();
                double next = deviance(beta);
                boolean converged = Math.abs(next - deviance) <= CONVERGED * (Math.abs(next) + CONVERGED);
                deviance = next;
                if (converged) {
                    return converged(beta);
                }
            }
        } catch (MathRuntimeException singular) {
            return new Inestimable(List.of(new Reason.SeparatedTogether()));
        }
        return new Inestimable(List.of(new Reason.SeparatedTogether()));
    }

    /** One weighted least-squares step: working outcomes over the columns, each row times the square root of its weight. */
    private OLSMultipleLinearRegression step(double[] beta) {
        double[][] rows = new double[standardised.length][];
        double[] working = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double eta = predictor(beta, standardised[i]);
            double p = probability(eta);
            double weight = Math.max(p * (1 - p), Double.MIN_NORMAL);
            double root = Math.sqrt(weight);
            rows[i] = new double[beta.length];
            for (int j = 0; j < beta.length; j++) {
                rows[i][j] = root * standardised[i][j];
            }
            working[i] = root * (eta + (observations.y()[i] - p) / weight);
        }
        OLSMultipleLinearRegression library = new OLSMultipleLinearRegression();
        library.setNoIntercept(true);
        library.newSampleData(working, rows);
        return library;
    }

    private Regression converged(double[] beta) {
        double[][] variance = step(beta).estimateRegressionParametersVariance();
        for (int j = 1; j < beta.length; j++) {
            if (!(Math.sqrt(variance[j][j]) < UNBOUNDED)) {
                return new Inestimable(List.of(new Reason.SeparatedTogether()));
            }
        }
        double intercept = beta[0];
        double[] contrast = new double[beta.length];
        contrast[0] = 1;
        List<Term> terms = new ArrayList<>();
        for (int j = 1; j < beta.length; j++) {
            double deviation = deviations[j - 1];
            contrast[j] = -means[j - 1] / deviation;
            intercept += contrast[j] * beta[j];
            terms.add(new Term(beta[j] / deviation, Math.sqrt(variance[j][j]) / deviation));
        }
        return new Fitted(new Term(intercept, Math.sqrt(quadratic(contrast, variance))), terms, true);
    }

    private static double quadratic(double[] contrast, double[][] variance) {
        double sum = 0;
        for (int j = 0; j < contrast.length; j++) {
            for (int k = 0; k < contrast.length; k++) {
                sum += contrast[j] * variance[j][k] * contrast[k];
            }
        }
        return sum;
    }

    private double deviance(double[] beta) {
        double deviance = 0;
        for (int i = 0; i < standardised.length; i++) {
            double eta = predictor(beta, standardised[i]);
            double towards = observations.y()[i] == 1 ? -eta : eta;
            // log(1 + e^x) without overflow
            deviance += 2 * (Math.max(0, towards) + Math.log1p(Math.exp(-Math.abs(towards))));
        }
        return deviance;
    }

    private static double predictor(double[] beta, double[] row) {
        double eta = 0;
        for (int j = 0; j < beta.length; j++) {
            eta += beta[j] * row[j];
        }
        return eta;
    }

    private static double probability(double eta) {
        return 1 / (1 + Math.exp(-eta));
    }

    private static double deviation(double[] column, double mean) {
        double squares = 0;
        for (double value : column) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / column.length);
    }
}
