package nl.meerwaarde.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateSpanTest {
    @ParameterizedTest
    @CsvSource({
        "2017, 2017-01-01, 2017-12-31",
        "2024-02, 2024-02-01, 2024-02-29",
        "2026-03-01, 2026-03-01, 2026-03-01",
        "2026-03-01T23:30:00+01:00, 2026-03-01, 2026-03-01",
        "2026-03-01T23:30:00Z, 2026-03-01, 2026-03-01"
    })
    void isAsWideAsTheDateIsImprecise(String date, LocalDate from, LocalDate to) {
        DateSpan span = DateSpan.of(new DateTimeType(date)).orElseThrow();
        assertThat(span.from()).isEqualTo(from);
        assertThat(span.to()).isEqualTo(to);
        assertThat(span.instant() != null).isEqualTo(date.contains("T"));
    }

    @Test
    void aPeriodReachesFromItsStartToItsEnd() {
        Period period = new Period();
        period.setStartElement(new DateTimeType("2017-04"));
        period.setEndElement(new DateTimeType("2018-03"));
        assertThat(DateSpan.of(period))
                .contains(new DateSpan(LocalDate.of(2017, 4, 1), LocalDate.of(2018, 3, 31), null));
    }

    @Test
    void daysBetweenImpreciseDatesAreARange() {
        DateSpan year = DateSpan.of(new DateType("2017")).orElseThrow();
        DateSpan day = DateSpan.day(LocalDate.of(2018, 1, 1));
        assertThat(day.leastDaysAfter(year)).isEqualTo(1);
        assertThat(day.mostDaysAfter(year)).isEqualTo(365);
    }

    @Test
    void theSameDayIsAfterOnlyWhenTheMomentsAreKnown() {
        DateSpan morning = DateSpan.of(new DateTimeType("2026-03-01T08:00:00Z")).orElseThrow();
        DateSpan evening = DateSpan.of(new DateTimeType("2026-03-01T20:00:00Z")).orElseThrow();
        DateSpan day = DateSpan.of(new DateTimeType("2026-03-01")).orElseThrow();
        assertThat(evening.isSurelyAfter(morning)).isTrue();
        assertThat(morning.isSurelyAfter(evening)).isFalse();
        assertThat(evening.isSurelyAfter(day)).isFalse();
    }

    @Test
    void anEmptyDateIsNoSpan() {
        assertThat(DateSpan.of(new DateTimeType())).isEmpty();
        assertThat(DateSpan.of(null)).isEmpty();
    }
}
