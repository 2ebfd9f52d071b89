package nl.meerwaarde.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meerwaarde.cell.FactCell;
import nl.meerwaarde.cell.Tally;
import nl.meerwaarde.measure.CountNames;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.measure.Statistic;
import nl.meerwaarde.measure.Tallied;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two hospitals' sums, pooled: the same figure as over all their patients at once. */
class TallyTest {
    private static final Set<String> POPULATIONS =
            Set.of("initial-population", "measure-population", "denominator", "numerator");

    @Test
    void sharesArePooledByAdding() {
        FactMeasure.Group group = group(Statistic.EVENT_RATE, "complication", 90);
        FactCell pooled = cell(group, tally(12, 10, "2", "2")).plus(cell(group, tally(5, 5, "1", "1")));

        Figure figure = Figure.of(group, pooled, Standard.NONE);

        assertThat(figure.value().orElseThrow()).isEqualByComparingTo("0.2");
        assertThat(figure.proportion()).isTrue();
        assertThat(counts(figure)).isEqualTo(Map.of("initial-population", 17L, "denominator", 15L, "numerator", 3L));
    }

    /** Days 10 and 29 here, 15 there: mean 18, variance ((−8)² + 11² + (−3)²) / 2 = 97. */
    @Test
    void meansAndDeviationsArePooledExactly() {
        FactMeasure.Group group = group(Statistic.MEAN_DAYS_TO_TREATMENT, null, 0);
        FactCell pooled = cell(group, tally(3, 2, "39", "941")).plus(cell(group, tally(1, 1, "15", "225")));

        Figure figure = Figure.of(group, pooled, Standard.NONE);

        assertThat(figure.value().orElseThrow()).isEqualByComparingTo("18");
        assertThat(figure.deviation().orElseThrow().pow(2).setScale(9, RoundingMode.HALF_UP))
                .isEqualByComparingTo("97");
        assertThat(counts(figure)).containsEntry("initial-population", 4L).containsEntry("measure-population", 3L);
    }

    @Test
    void anEmptyCellHasNoFigure() {
        FactMeasure.Group group = group(Statistic.GOALS_ATTAINED, null, 0);

        assertThat(Figure.of(group, FactCell.EMPTY, Standard.NONE).value()).isEmpty();
    }

    /** The same event within another number of days is another count; otherwise one would stand for both. */
    @Test
    void whatIsCountedHasANameOfItsOwn() {
        FactMeasure.Group soon = group(Statistic.EVENT_RATE, "complication", 30);
        FactMeasure.Group later = group(Statistic.EVENT_RATE, "complication", 365);
        FactMeasure.Group other = group(Statistic.EVENT_RATE, "reoperation", 30);

        assertThat(CountNames.set(soon)).isEqualTo(CountNames.set(other)).isNotEqualTo(CountNames.set(later));
        assertThat(CountNames.numerator(soon))
                .isNotEqualTo(CountNames.numerator(later))
                .isNotEqualTo(CountNames.numerator(other));
    }

    private static Map<String, Long> counts(Figure figure) {
        return figure.populations().stream()
                .filter(population -> !population.code().equals("numerator") || figure.proportion())
                .collect(Collectors.toMap(Figure.Population::code, Figure.Population::count));
    }

    private static Tally tally(long all, long n, String sum, String squares) {
        return new Tally(all, n, new BigDecimal(sum), new BigDecimal(squares));
    }

    private static FactCell cell(FactMeasure.Group group, Tally tally) {
        return FactCell.of(Map.of(), Map.of(Tallied.of(group).orElseThrow(), tally));
    }

    private static FactMeasure.Group group(Statistic statistic, @Nullable String event, int days) {
        return new FactMeasure.Group(null, null, statistic, false, POPULATIONS, List.of(), event, days, null);
    }
}
