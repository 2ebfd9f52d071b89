package nl.meerwaarde.statistics;

/** How much of what varies by chance alone lies within control limits. */
public enum LimitLevel {
    /** 95 %: one in twenty lies outside by chance. */
    P_95(1.96, 0.025),
    /** 99.8 %: one in five hundred lies outside by chance. */
    P_99_8(3.09, 0.001);

    private final double z;
    private final double tail;

    LimitLevel(double z, double tail) {
        this.z = z;
        this.tail = tail;
    }

    /** The standard normal quantile as it is used for funnel plots, with two decimals. */
    public double z() {
        return z;
    }

    /** The probability of lying beyond one of the two limits. */
    public double tail() {
        return tail;
    }
}
