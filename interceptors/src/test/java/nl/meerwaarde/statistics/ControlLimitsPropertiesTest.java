package nl.meerwaarde.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import nl.meerwaarde.statistics.ControlLimits.Limits;
import nl.meerwaarde.statistics.ControlLimits.Method;
import org.hipparchus.distribution.discrete.BinomialDistribution;

/** Laws of control limits. */
class ControlLimitsPropertiesTest {
    @Provide
    Arbitrary<ControlLimits> limits() {
        Arbitrary<Method> methods = Arbitraries.of(Method.class);
        Arbitrary<ControlLimits> means = Combinators.combine(
                        Arbitraries.doubles().between(-100, 100),
                        Arbitraries.doubles().between(0.01, 50))
                .as(ControlLimits::ofMean);
        Arbitrary<ControlLimits> proportions = Combinators.combine(
                        Arbitraries.doubles().between(0.01, 0.99), methods)
                .as(ControlLimits::ofProportion);
        Arbitrary<ControlLimits> ratios = Combinators.combine(
                        Arbitraries.doubles().between(0.2, 5), methods)
                .as(ControlLimits::ofRatio);
        return Arbitraries.oneOf(means, proportions, ratios);
    }

    @Provide
    Arbitrary<double[]> manyZ() {
        return Arbitraries.doubles()
                .between(-8, 8)
                .array(double[].class)
                .ofMinSize(10)
                .ofMaxSize(60);
    }

    @Property
    void limitsContainTheTargetAndEachOther(
            @ForAll("limits") ControlLimits limits, @ForAll @IntRange(min = 1, max = 5_000) int n) {
        Limits narrow = limits.at(n, LimitLevel.P_95);
        Limits wide = limits.at(n, LimitLevel.P_99_8);
        assertThat(limits.target()).isBetween(narrow.low(), narrow.high());
        assertThat(wide.low()).isLessThanOrEqualTo(narrow.low());
        assertThat(wide.high()).isGreaterThanOrEqualTo(narrow.high());
        assertThat(limits.status(limits.target(), n, true)).isEqualTo(LimitStatus.WITHIN);
    }

    /** Exact limits go in steps of single events, so they are compared with four times the size. */
    @Property
    void limitsShrinkWithTheNumberOfEpisodes(
            @ForAll("limits") ControlLimits limits, @ForAll @IntRange(min = 20, max = 2_000) int n) {
        double many = width(limits, 4 * n);
        double few = width(limits, n);
        assertThat(many).isLessThanOrEqualTo(few);
        if (limits.kind() instanceof ControlLimits.Kind.Mean) {
            assertThat(many).isCloseTo(few / 2, within(few * 1e-9));
        }
    }

    private static double width(ControlLimits limits, int n) {
        Limits at = limits.at(n, LimitLevel.P_95);
        return at.high() - at.low();
    }

    /** The limit lies between the two numbers of events of which one is too likely and the other is not. */
    @Property
    void exactLimitsHoldWhatTheyPromise(
            @ForAll @DoubleRange(min = 0.05, max = 0.95) double target,
            @ForAll @IntRange(min = 200, max = 3_000) int n) {
        Limits at = ControlLimits.ofProportion(target, Method.EXACT).at(n, LimitLevel.P_95);
        BinomialDistribution events = new BinomialDistribution(n, target);
        double high = at.high() * n;
        double low = at.low() * n;
        assertThat(events.cumulativeProbability((int) Math.ceil(high))).isGreaterThan(0.975 - 1e-9);
        assertThat(events.cumulativeProbability((int) Math.floor(high) - 1)).isLessThan(0.975 + 1e-9);
        assertThat(events.cumulativeProbability((int) Math.ceil(low))).isGreaterThan(0.025 - 1e-9);
        assertThat(events.cumulativeProbability((int) Math.floor(low) - 1)).isLessThan(0.025 + 1e-9);
    }

    @Property
    void noOverDispersionChangesNothing(
            @ForAll("limits") ControlLimits limits,
            @ForAll @IntRange(min = 1, max = 2_000) int n,
            @ForAll @DoubleRange(min = 0, max = 1) double phi) {
        assertThat(limits.widenedBy(new OverDispersion.Multiplicative(phi)).at(n, LimitLevel.P_95))
                .isEqualTo(limits.at(n, LimitLevel.P_95));
        if (limits.method() == Method.NORMAL) {
            Limits additive = limits.widenedBy(new OverDispersion.Additive(0)).at(n, LimitLevel.P_95);
            Limits plain = limits.at(n, LimitLevel.P_95);
            assertThat(additive.low()).isCloseTo(plain.low(), within(1e-9));
            assertThat(additive.high()).isCloseTo(plain.high(), within(1e-9));
        }
    }

    @Property
    void overDispersionOnlyWidens(
            @ForAll("limits") ControlLimits limits,
            @ForAll @IntRange(min = 1, max = 2_000) int n,
            @ForAll("manyZ") double[] z) {
        Limits plain = limits.at(n, LimitLevel.P_99_8);
        Limits wide = limits.widenedBy(OverDispersion.multiplicative(z)).at(n, LimitLevel.P_99_8);
        assertThat(wide.low()).isLessThanOrEqualTo(plain.low() + 1e-12);
        assertThat(wide.high()).isGreaterThanOrEqualTo(plain.high() - 1e-12);
    }

    /** With organisations of one size τ² = (φ − (I − 1) / I)·s², so that both ways say nearly the same. */
    @Property
    void bothWaysAgreeWhereOrganisationsAreOfOneSize(
            @ForAll("manyZ") double[] z, @ForAll @DoubleRange(min = 0.1, max = 9) double s) {
        double phi = OverDispersion.phi(z);
        Assume.that(phi > 1);
        double[] deviations = new double[z.length];
        Arrays.fill(deviations, s);
        OverDispersion.Additive additive = (OverDispersion.Additive) OverDispersion.additive(z, deviations);
        double expected = s * s * (z.length * phi - (z.length - 1)) / (z.length - 1);
        assertThat(additive.variance()).isCloseTo(expected, within(1e-9 * expected + 1e-12));
    }

    /** Of eleven organisations or more the most extreme does not count by how extreme it is. */
    @Property
    void anOutlierDoesNotHideItself(
            @ForAll("manyZ") double[] z, @ForAll @DoubleRange(min = 8, max = 1_000) double further) {
        double[] further8 = Arrays.copyOf(z, z.length + 1);
        double[] evenFurther = further8.clone();
        further8[z.length] = 8;
        evenFurther[z.length] = further;
        assertThat(OverDispersion.phi(evenFurther)).isCloseTo(OverDispersion.phi(further8), within(1e-9));
    }
}
