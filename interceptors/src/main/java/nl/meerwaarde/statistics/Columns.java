package nl.meerwaarde.statistics;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;

/** What can be wrong with the columns of a regression before anything is fitted. */
final class Columns {
    /**
     * √(1 − R²) of a column over those before it, below which it adds nothing but rounding. Covariates that still mean something lie far above: those of
     * Longley's data, the classic of nearly collinear ones, at a hundredth.
     */
    private static final double INDEPENDENT = 1e-7;

    private Columns() {}

    static boolean isConstant(double[] column) {
        for (double value : column) {
            if (value != column[0]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Those of the columns that follow from the columns before them.
     *
     * @param varying which columns are looked at, none of them constant
     */
    static List<Integer> collinear(Observations observations, List<Integer> varying) {
        if (varying.isEmpty() || observations.n() < varying.size()) {
            return List.of();
        }
        RealMatrix standardised = MatrixUtils.createRealMatrix(observations.n(), varying.size());
        for (int k = 0; k < varying.size(); k++) {
            standardised.setColumn(k, standardised(observations.column(varying.get(k))));
        }
        RealMatrix r = new QRDecomposition(standardised).getR();
        return IntStream.range(0, varying.size())
                .filter(k -> Math.abs(r.getEntry(k, k)) < INDEPENDENT)
                .mapToObj(varying::get)
                .toList();
    }

    /** Mean zero, length one. */
    private static double[] standardised(double[] column) {
        double mean = mean(column);
        double length = 0;
        for (double value : column) {
            length += (value - mean) * (value - mean);
        }
        double[] standardised = new double[column.length];
        for (int i = 0; i < column.length; i++) {
            standardised[i] = (column[i] - mean) / Math.sqrt(length);
        }
        return standardised;
    }

    static double mean(double[] column) {
        double sum = 0;
        for (double value : column) {
            sum += value;
        }
        return sum / column.length;
    }
}
