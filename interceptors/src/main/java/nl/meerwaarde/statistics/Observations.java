package nl.meerwaarde.statistics;

import java.util.List;

/**
 * What a regression is fitted on.
 *
 * @param columns what the columns are called; the constant is not among them
 * @param x one row for each observation, one number for each column
 * @param y the outcome of each observation; 0 or 1 for a logistic regression
 */
@SuppressWarnings("ArrayRecordComponent")
public record Observations(List<String> columns, double[][] x, double[] y) {
    /** @throws IllegalArgumentException when the rows do not fit each other or hold anything that is no number */
    public Observations {
        columns = List.copyOf(columns);
        if (x.length != y.length) {
            throw new IllegalArgumentException("Every observation needs an outcome");
        }
        for (int i = 0; i < y.length; i++) {
            if (x[i].length != columns.size() || !isFinite(x[i]) || !Double.isFinite(y[i])) {
                throw new IllegalArgumentException("Every observation needs a number in each column");
            }
        }
    }

    private static boolean isFinite(double[] row) {
        for (double value : row) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /** How many observations there are. */
    public int n() {
        return y.length;
    }

    /** The numbers of a column. */
    double[] column(int j) {
        double[] column = new double[n()];
        for (int i = 0; i < column.length; i++) {
            column[i] = x[i][j];
        }
        return column;
    }

    /** Those observations whose place in the list, counted round to this many, is this one; or all others. */
    Observations fold(int fold, int folds, boolean inside) {
        int[] chosen = java.util.stream.IntStream.range(0, n())
                .filter(i -> (i % folds == fold) == inside)
                .toArray();
        double[][] rows = new double[chosen.length][];
        double[] outcomes = new double[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            rows[i] = x[chosen[i]];
            outcomes[i] = y[chosen[i]];
        }
        return new Observations(columns, rows, outcomes);
    }
}
