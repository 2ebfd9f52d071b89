package nl.meerwaarde.statistics;

import java.util.ArrayList;
import java.util.List;
import nl.meerwaarde.statistics.Regression.Demand;
import nl.meerwaarde.statistics.Regression.Fitted;
import nl.meerwaarde.statistics.Regression.Inestimable;
import nl.meerwaarde.statistics.Regression.Reason;
import nl.meerwaarde.statistics.Regression.Term;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;

/** Ordinary least squares, by the library's QR decomposition. */
final class LeastSquares {
    private LeastSquares() {}

    static Regression fit(Observations observations, Demand demand) {
        List<Reason> reasons = reasons(observations, demand);
        if (!reasons.isEmpty()) {
            return new Inestimable(reasons);
        }
        if (observations.columns().isEmpty()) {
            return ofMean(observations.y());
        }
        OLSMultipleLinearRegression library = new OLSMultipleLinearRegression();
        library.newSampleData(observations.y(), observations.x());
        double[] estimates = library.estimateRegressionParameters();
        double[] errors = library.estimateRegressionParametersStandardErrors();
        List<Term> terms = new ArrayList<>();
        for (int j = 1; j < estimates.length; j++) {
            terms.add(new Term(estimates[j], errors[j]));
        }
        return new Fitted(new Term(estimates[0], errors[0]), terms, false);
    }

    private static List<Reason> reasons(Observations observations, Demand demand) {
        List<Reason> reasons = new ArrayList<>();
        int coefficients = observations.columns().size() + 1;
        // One more than coefficients, or there is no standard error.
        int needed = Math.max(demand.perCoefficient() * coefficients, coefficients + 1);
        if (observations.n() < needed) {
            reasons.add(new Reason.TooFew(needed, observations.n(), false));
        }
        if (observations.n() > 0) {
            reasons.addAll(Regression.commonReasons(observations));
        }
        return reasons;
    }

    /** The library wants at least one column. */
    private static Fitted ofMean(double[] y) {
        double mean = Columns.mean(y);
        double squares = 0;
        for (double value : y) {
            squares += (value - mean) * (value - mean);
        }
        return new Fitted(new Term(mean, Math.sqrt(squares / (y.length - 1) / y.length)), List.of(), false);
    }
}
