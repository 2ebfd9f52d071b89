package nl.meerwaarde.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What came of fitting a regression: coefficients, or every reason why they cannot be estimated. */
public sealed interface Regression {
    /** Into how many parts observations are divided for validation. */
    int FOLDS = 10;

    /**
     * A fitted regression.
     *
     * @param intercept the constant
     * @param coefficients one for each column
     */
    record Fitted(Term intercept, List<Term> coefficients, boolean logistic) implements Regression {
        public Fitted {
            coefficients = List.copyOf(coefficients);
        }

        /** The expected outcome of an observation; of a logistic regression a probability. */
        public double expected(double[] x) {
            double sum = intercept.estimate();
            for (int j = 0; j < x.length; j++) {
                sum += coefficients.get(j).estimate() * x[j];
            }
            return logistic ? 1 / (1 + Math.exp(-sum)) : sum;
        }

        /** The expected outcome of each observation. */
        public double[] expected(Observations observations) {
            double[] expected = new double[observations.n()];
            for (int i = 0; i < expected.length; i++) {
                expected[i] = expected(observations.x()[i]);
            }
            return expected;
        }
    }

    /** A coefficient with its standard error. */
    record Term(double estimate, double standardError) {}

    /** Nothing can be estimated. */
    record Inestimable(List<Reason> reasons) implements Regression {
        public Inestimable {
            reasons = List.copyOf(reasons);
        }
    }

    /** Why something cannot be estimated. */
    sealed interface Reason {
        /** There are fewer observations than this; for a logistic regression fewer of the rarer outcome. */
        record TooFew(int needed, int found, boolean ofRarerOutcome) implements Reason {}

        /** A column holds one number only. */
        record Constant(String column) implements Reason {}

        /** A column follows from those before it. */
        record Collinear(String column) implements Reason {}

        /** A column alone tells the outcome, for some or all of its values, so its coefficient has no bound. */
        record Separated(String column) implements Reason {}

        /** Columns together tell the outcome, so coefficients have no bound. */
        record SeparatedTogether() implements Reason {}
    }

    /** How many observations a regression needs for each coefficient. */
    record Demand(int perCoefficient) {
        /**
         * Ten for each coefficient; of a logistic regression ten of the rarer outcome.
         *
         * @see <a href="https://doi.org/10.1016/S0895-4356(96)00236-3">Peduzzi et al., J Clin Epidemiol 1996;49:1373</a>
         */
        public static final Demand TEN = new Demand(10);

        /** Only what the arithmetic needs. */
        public static final Demand LEAST = new Demand(1);
    }

    /** Fits by ordinary least squares. */
    static Regression linear(Observations observations, Demand demand) {
        return LeastSquares.fit(observations, demand);
    }

    /**
     * Fits a logistic regression by maximum likelihood.
     *
     * @throws IllegalArgumentException when an outcome is neither 0 nor 1
     */
    static Regression logistic(Observations observations, Demand demand) {
        return MaximumLikelihood.fit(observations, demand);
    }

    /**
     * The expected outcome of each observation by a regression that did not see it: the observations are divided in their order, every tenth together.
     * Empty when a part cannot be estimated, because something occurs too rarely.
     */
    static Optional<double[]> crossValidated(Observations observations, boolean logistic) {
        double[] expected = new double[observations.n()];
        for (int fold = 0; fold < FOLDS; fold++) {
            Observations others = observations.fold(fold, FOLDS, false);
            Regression fit = logistic ? logistic(others, Demand.LEAST) : linear(others, Demand.LEAST);
            if (!(fit instanceof Fitted fitted)) {
                return Optional.empty();
            }
            double[] unseen = fitted.expected(observations.fold(fold, FOLDS, true));
            for (int i = 0; i < unseen.length; i++) {
                expected[fold + i * FOLDS] = unseen[i];
            }
        }
        return Optional.of(expected);
    }

    /** All reasons that both kinds of regression have in common. */
    static List<Reason> commonReasons(Observations observations) {
        List<Reason> reasons = new ArrayList<>();
        List<Integer> varying = new ArrayList<>();
        for (int j = 0; j < observations.columns().size(); j++) {
            if (Columns.isConstant(observations.column(j))) {
                reasons.add(new Reason.Constant(observations.columns().get(j)));
            } else {
                varying.add(j);
            }
        }
        Columns.collinear(observations, varying).stream()
                .map(j -> new Reason.Collinear(observations.columns().get(j)))
                .forEach(reasons::add);
        return reasons;
    }
}
