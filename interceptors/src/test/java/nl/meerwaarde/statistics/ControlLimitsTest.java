package nl.meerwaarde.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import nl.meerwaarde.statistics.ControlLimits.Limits;
import nl.meerwaarde.statistics.ControlLimits.Method;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Control limits come out as in the worked examples, cut at 0. */
class ControlLimitsTest {
    private static final Offset<Double> PRINTED = within(0.0000051);

    record Example(
            String kind,
            double target,
            double size,
            String method,
            double low998,
            double low95,
            double high95,
            double high998) {
        ControlLimits limits() {
            Method method = Method.valueOf(this.method.toUpperCase(java.util.Locale.ROOT));
            return kind.equals("ratio")
                    ? ControlLimits.ofRatio(target, method)
                    : ControlLimits.ofProportion(target, method);
        }
    }

    record Examples(String comment, List<Example> examples) {}

    static List<Example> examples() throws IOException {
        try (InputStream in = ControlLimitsTest.class.getResourceAsStream("control-limits.json")) {
            return new ObjectMapper()
                    .readValue(Objects.requireNonNull(in), Examples.class)
                    .examples();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void limitsAreThoseOfTheWorkedExample(Example example) {
        Limits narrow = example.limits().at(example.size(), LimitLevel.P_95);
        Limits wide = example.limits().at(example.size(), LimitLevel.P_99_8);
        assertThat(narrow.low()).isCloseTo(Math.max(0, example.low95()), PRINTED);
        assertThat(narrow.high()).isCloseTo(example.high95(), PRINTED);
        assertThat(wide.low()).isCloseTo(Math.max(0, example.low998()), PRINTED);
        assertThat(wide.high()).isCloseTo(example.high998(), PRINTED);
    }

    /** 25 episodes, SD 10: two points for one standard error. */
    @ParameterizedTest
    @CsvSource({
        "20, true, within",
        "23.9, true, within",
        "23.92, true, above-95",
        "26.17, true, above-95",
        "26.18, true, above-99-8",
        "16.08, true, below-95",
        "13.8, true, below-99-8",
        "26.18, false, below-99-8",
        "16.08, false, above-95"
    })
    void aPointOnOrBeyondALimitIsOutside(double value, boolean higherIsBetter, String status) {
        assertThat(ControlLimits.ofMean(20, 10)
                        .status(value, 25, higherIsBetter)
                        .code())
                .isEqualTo(status);
    }

    /** Ten z-values: after a tenth is drawn in at both ends, −3 counts −1.2 and 5 counts 1.4. */
    @Test
    void theExtremeTenthAtEitherEndIsDrawnIn() {
        double[] z = {-3, -1, -0.5, -0.5, 0, 0, 0.5, 0.5, 1, 5};
        assertThat(OverDispersion.phi(z)).isCloseTo((1.44 + 1 + 4 * 0.25 + 1 + 1.96) / 10, within(1e-12));
    }

    /** τ² = (I·φ − (I − 1)) / (Σw − Σw² / Σw), by hand: φ = 4, I = 4, w = 1, 1, 4, 4. */
    @Test
    void additiveVarianceIsThatOfTheMomentEstimate() {
        OverDispersion between = OverDispersion.additive(new double[] {-2, 2, -2, 2}, new double[] {1, 1, 0.5, 0.5});
        assertThat(between).isEqualTo(new OverDispersion.Additive((4 * 4 - 3) / (10 - 34 / 10.0)));
        Limits limits = ControlLimits.ofMean(0, 1)
                .widenedBy(new OverDispersion.Additive(3))
                .at(1, LimitLevel.P_95);
        assertThat(limits.high()).isCloseTo(1.96 * 2, within(1e-12));
    }

    @Test
    void multiplicativeOverDispersionWidensByItsRoot() {
        ControlLimits limits = ControlLimits.ofProportion(0.1, Method.NORMAL);
        double half = limits.at(500, LimitLevel.P_95).high() - 0.1;
        assertThat(limits.widenedBy(new OverDispersion.Multiplicative(4))
                        .at(500, LimitLevel.P_95)
                        .high())
                .isCloseTo(0.1 + 2 * half, within(1e-12));
    }

    @Test
    void whatHasNoLimitsIsRefused() {
        assertThatThrownBy(() -> ControlLimits.ofProportion(1, Method.NORMAL)).hasMessageContaining("between 0 and 1");
        assertThatThrownBy(() -> ControlLimits.ofRatio(0, Method.EXACT)).hasMessageContaining("positive");
        assertThatThrownBy(
                        () -> ControlLimits.ofProportion(0.1, Method.EXACT).widenedBy(new OverDispersion.Additive(1)))
                .hasMessageContaining("no exact limits");
        assertThatThrownBy(() -> ControlLimits.ofMean(1, 1).at(0, LimitLevel.P_95))
                .hasMessageContaining("without episodes");
        assertThatThrownBy(() -> ControlLimits.ofProportion(0.1, Method.EXACT).at(2.5, LimitLevel.P_95))
                .hasMessageContaining("whole numbers");
    }
}
