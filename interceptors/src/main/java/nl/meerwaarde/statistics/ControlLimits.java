package nl.meerwaarde.statistics;

import org.hipparchus.distribution.IntegerDistribution;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.hipparchus.distribution.discrete.PoissonDistribution;

/**
 * Control limits around a target: between which values an organisation of some size lies when it differs from the target by chance alone.
 *
 * <p>Normal limits are target ± z·s(n). Exact limits take the smallest r with P(R ≤ r) &gt; q, and interpolate: (r − α) / n with
 * α = (P(R ≤ r) − q) / P(R = r). Limits are cut where no value can lie, and never leave the target outside, as the interpolation may when hardly one
 * event is expected.
 *
 * <p>Over-dispersion widens them: multiplicatively every distance from the target by √φ when φ &gt; 1, additively to target ± z·√(s² + τ²), which is a
 * normal limit by its nature.
 *
 * @param target mean, proportion or ratio that every organisation is compared with
 * @param kind of what the limits are
 * @param method how chance is computed
 * @param overDispersion how much more than chance organisations differ
 * @see <a href="https://doi.org/10.1002/sim.1970">Spiegelhalter, Statistics in Medicine 2005;24:1185</a>
 */
public record ControlLimits(double target, Kind kind, Method method, OverDispersion overDispersion) {
    /**
     * What is compared; the size of an organisation is its episodes, of a ratio its expected events.
     */
    public sealed interface Kind {
        /** Standard deviation that chance alone gives an organisation of this size. */
        double standardDeviation(double target, double size);

        /** A mean. */
        record Mean(double deviation) implements Kind {
            public Mean {
                require(deviation > 0 && Double.isFinite(deviation), "The standard deviation must be positive");
            }

            @Override
            public double standardDeviation(double target, double size) {
                return deviation / Math.sqrt(size);
            }
        }

        /** The share of episodes with an event. */
        record Proportion() implements Kind {
            @Override
            public double standardDeviation(double target, double size) {
                return Math.sqrt(target * (1 - target) / size);
            }
        }

        /** Observed over expected events. */
        record Ratio() implements Kind {
            @Override
            public double standardDeviation(double target, double size) {
                return Math.sqrt(target / size);
            }
        }
    }

    /** How chance is computed. */
    public enum Method {
        NORMAL,
        EXACT
    }

    /** Lower and upper limit, both of which count as outside. */
    public record Limits(double low, double high) {}

    /**
     * @throws IllegalArgumentException when there are no such limits: exact ones of a mean, exact ones with additive over-dispersion, or a target that
     *     its kind cannot have
     */
    public ControlLimits {
        require(Double.isFinite(target), "The target must be a number");
        require(!(kind instanceof Kind.Proportion) || target > 0 && target < 1, "A proportion lies between 0 and 1");
        require(!(kind instanceof Kind.Ratio) || target > 0, "A ratio is positive");
        require(method == Method.NORMAL || !(kind instanceof Kind.Mean), "A mean has no exact limits");
        require(
                method == Method.NORMAL || !(overDispersion instanceof OverDispersion.Additive),
                "Additive over-dispersion has no exact limits");
    }

    /** Limits of means with this standard deviation of single values. */
    public static ControlLimits ofMean(double target, double deviation) {
        return new ControlLimits(target, new Kind.Mean(deviation), Method.NORMAL, OverDispersion.NONE);
    }

    /** Limits of the share of episodes with an event. */
    public static ControlLimits ofProportion(double target, Method method) {
        return new ControlLimits(target, new Kind.Proportion(), method, OverDispersion.NONE);
    }

    /** Limits of observed over expected events. */
    public static ControlLimits ofRatio(double target, Method method) {
        return new ControlLimits(target, new Kind.Ratio(), method, OverDispersion.NONE);
    }

    /** The same limits, widened. */
    public ControlLimits widenedBy(OverDispersion wider) {
        return new ControlLimits(target, kind, method, wider);
    }

    /** Standard deviation that chance alone gives an organisation of this size; over-dispersion is not in it. */
    public double standardDeviation(double size) {
        requirePositive(size);
        return kind.standardDeviation(target, size);
    }

    /**
     * The limits of an organisation.
     *
     * @param size episodes, a whole number for exact limits of a proportion; of a ratio the expected events
     * @throws IllegalArgumentException when the size is not positive
     */
    public Limits at(double size, LimitLevel level) {
        requirePositive(size);
        double low = target;
        double high = target;
        if (overDispersion instanceof OverDispersion.Additive additive) {
            double half = level.z() * Math.sqrt(square(standardDeviation(size)) + additive.variance());
            low -= half;
            high += half;
        } else {
            double widening = overDispersion instanceof OverDispersion.Multiplicative factor ? factor.widening() : 1;
            low -= widening * (target - limit(size, level, -1));
            high += widening * (limit(size, level, 1) - target);
        }
        return new Limits(cut(Math.min(low, target)), cut(Math.max(high, target)));
    }

    /**
     * Where a value of an organisation lies.
     *
     * @param higherIsBetter whether a value above the upper limit is a good one
     */
    public LimitStatus status(double value, double size, boolean higherIsBetter) {
        Limits wide = at(size, LimitLevel.P_99_8);
        Limits narrow = at(size, LimitLevel.P_95);
        if (value > narrow.low() && value < narrow.high() || value == target) {
            return LimitStatus.WITHIN;
        }
        boolean far = value <= wide.low() || value >= wide.high();
        boolean better = value > target == higherIsBetter;
        return better
                ? (far ? LimitStatus.ABOVE_99_8 : LimitStatus.ABOVE_95)
                : (far ? LimitStatus.BELOW_99_8 : LimitStatus.BELOW_95);
    }

    private double limit(double size, LimitLevel level, int side) {
        if (method == Method.NORMAL) {
            return target + side * level.z() * standardDeviation(size);
        }
        IntegerDistribution events = kind instanceof Kind.Ratio
                ? new PoissonDistribution(target * size)
                : new BinomialDistribution(whole(size), target);
        return interpolated(events, side < 0 ? level.tail() : 1 - level.tail()) / size;
    }

    /** The number of events between two whole ones below which the share q of the distribution lies. */
    private static double interpolated(IntegerDistribution events, double q) {
        int r = events.inverseCumulativeProbability(q);
        if (events.cumulativeProbability(r) <= q) {
            r++;
        }
        return r - (events.cumulativeProbability(r) - q) / events.probability(r);
    }

    private double cut(double limit) {
        if (kind instanceof Kind.Mean) {
            return limit;
        }
        double positive = Math.max(0, limit);
        return kind instanceof Kind.Proportion ? Math.min(1, positive) : positive;
    }

    private static int whole(double size) {
        require(size == Math.rint(size) && size <= Integer.MAX_VALUE, "Episodes come in whole numbers");
        return (int) size;
    }

    private static double square(double x) {
        return x * x;
    }

    private static void requirePositive(double size) {
        require(size > 0 && Double.isFinite(size), "An organisation without episodes has no limits");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
