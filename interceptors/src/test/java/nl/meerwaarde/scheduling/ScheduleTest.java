package nl.meerwaarde.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.meerwaarde.fhir.DateSpan;
import nl.meerwaarde.pathway.Pathway;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    /** Whoever knows only the month of an operation asks on every day that may lie in the window. */
    @Test
    void anImpreciseDayGivesAWiderWindow() {
        DateSpan march = new DateSpan(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31), null);

        assertThat(Days.of(new Pathway.Window(-10, 20), march))
                .isEqualTo(new Days(LocalDate.of(2026, 2, 19), LocalDate.of(2026, 4, 20)));
    }

    @Test
    void theNearestDayLiesWithin() {
        Days days = new Days(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));

        assertThat(days.nearest(LocalDate.of(2026, 2, 1))).isEqualTo(days.first());
        assertThat(days.nearest(LocalDate.of(2026, 5, 1))).isEqualTo(days.last());
        assertThat(days.nearest(LocalDate.of(2026, 3, 9))).isEqualTo(LocalDate.of(2026, 3, 9));
    }
}
