package nl.meerwaarde.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

class MomentsPropertiesTest {
    /** The one-pass formula in decimals equals the two-pass definition, also for large values that hardly differ. */
    @Property
    void equalsTheDefinition(
            @ForAll @Size(min = 2, max = 50)
                    List<@BigRange(min = "-1000000", max = "1000000") @Scale(3) BigDecimal> values) {
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal squares = values.stream().map(x -> x.multiply(x)).reduce(BigDecimal.ZERO, BigDecimal::add);
        double mean =
                values.stream().mapToDouble(BigDecimal::doubleValue).average().orElseThrow();
        double spread = values.stream()
                .mapToDouble(x -> Math.pow(x.doubleValue() - mean, 2))
                .sum();
        double expected = Math.sqrt(spread / (values.size() - 1));
        assertThat(Moments.standardDeviation(values.size(), sum, squares)
                        .orElseThrow()
                        .doubleValue())
                .isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-6 * (1 + expected)));
    }
}
