package nl.meerwaarde.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-01,                2026-03-31,                2026-03-01, 2026-03-31",
        "2026-03,                   2026,                      2026-03-01, 2026-12-31",
        "2026-03-01T09:00:00+01:00, 2026-03-10T12:00:00+01:00, 2026-03-01, 2026-03-09",
        "2026-03-01T23:59:59+01:00, 2026-03-10T23:59:59+01:00, 2026-03-01, 2026-03-10",
        "2026-03-01T00:00:00+01:00, 2026-03-10T00:00:00+01:00, 2026-03-01, 2026-03-09"
    })
    void whoLeavesDuringADayIsCountedUntilTheDayBefore(String start, String end, LocalDate first, LocalDate last) {
        assertThat(Days.of(period(start, end))).isEqualTo(new Days(first, last));
    }

    /** One takes over from another at noon: on no day there is nobody, on no day there are two. */
    @Test
    void whoTakesOverDuringADayHasIt() {
        Days before = Days.of(period("2026-03-01", "2026-03-10T12:00:00+01:00"));
        Days after = Days.of(period("2026-03-10T12:00:00+01:00", "2026-03-20"));

        assertThat(before.overlaps(after)).isFalse();
        assertThat(before.last().plusDays(1)).isEqualTo(after.first());
    }

    @Test
    void nothingSaidIsAlways() {
        assertThat(Days.of(new Period())).isEqualTo(Days.ALWAYS);
        assertThat(Days.ALWAYS.contains(LocalDate.of(2026, 3, 1))).isTrue();
    }

    private static Period period(String start, String end) {
        return new Period().setStartElement(new DateTimeType(start)).setEndElement(new DateTimeType(end));
    }
}
