package nl.meerwaarde.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PeriodsTest {
    @Test
    void aYearAloneIsEverything() {
        List<Periods.Node> year = Periods.ofYear(2025, Set.of(PeriodGrid.YEAR));

        assertThat(year).singleElement().satisfies(node -> {
            assertThat(node.position()).isEqualTo(Position.TOTAL);
            assertThat(node.parts()).isEmpty();
            assertThat(node.days().to()).isEqualTo("2025-12-31");
        });
        assertThat(Periods.groupings(Set.of(PeriodGrid.YEAR))).containsExactly(Set.of());
    }

    @Test
    void quartersLieInTheYearAndMonthsInQuarters() {
        Set<PeriodGrid> all = EnumSet.allOf(PeriodGrid.class);
        Periods.Node year = Periods.ofYear(2025, all).get(0);

        assertThat(year.parts()).hasSize(4).allMatch(quarter -> quarter.parts().size() == 3);
        assertThat(Periods.groupings(all)).containsExactly(Set.of(), Set.of("quarter"), Set.of("quarter", "month"));
        assertThat(Periods.position(LocalDate.of(2025, 5, 1), LocalDate.of(2025, 5, 31), all))
                .isEqualTo(Position.of(Map.of("quarter", "2025-04-01", "month", "2025-05-01")));
    }

    @Test
    void whatHasNoDayHasAPlaceInTheYearOnly() {
        Set<PeriodGrid> both = EnumSet.of(PeriodGrid.YEAR, PeriodGrid.QUARTER);

        assertThat(Periods.ofYear(2025, both).get(0).undated()).isEqualTo(Position.of("quarter", "undated"));
        assertThat(Periods.undated(both)).containsExactly(Position.of("quarter", "undated"));
    }

    @Test
    void quartersWithoutTheYearStandByThemselves() {
        assertThat(Periods.ofYear(2025, Set.of(PeriodGrid.QUARTER))).hasSize(4);
        assertThat(PeriodGrid.of(LocalDate.of(2025, 4, 1), LocalDate.of(2025, 6, 30)))
                .contains(PeriodGrid.QUARTER);
        assertThat(PeriodGrid.of(LocalDate.of(2025, 4, 2), LocalDate.of(2025, 6, 30)))
                .isEmpty();
    }
}
