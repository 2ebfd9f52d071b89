package nl.meerwaarde.fhir;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * A date as precisely as it is known: {@code 2017} is every day of that year, {@code 2017-05-03T10:00Z} is one day and an instant on it. Days are
 * those of the date's own time zone, as the patient lived them.
 *
 * @param from first possible day
 * @param to last possible day, not before {@code from}
 * @param instant the exact moment, or null when only days are known
 */
public record DateSpan(
        LocalDate from, LocalDate to, @Nullable Instant instant) {
    public DateSpan {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A span of dates ends before it starts: " + from + " to " + to);
        }
    }

    /** A single day. */
    public static DateSpan day(LocalDate day) {
        return new DateSpan(day, day, null);
    }

    /** Reads a FHIR date, dateTime, instant or Period; empty for anything else or without a value. A period without end is its start. */
    public static Optional<DateSpan> of(@Nullable Type value) {
        if (value instanceof Period period) {
            return ofPeriod(period);
        }
        return value instanceof BaseDateTimeType date && date.hasValue() ? Optional.of(ofDate(date)) : Optional.empty();
    }

    private static Optional<DateSpan> ofPeriod(Period period) {
        Optional<DateSpan> start = of(period.hasStart() ? period.getStartElement() : null);
        Optional<DateSpan> end = of(period.hasEnd() ? period.getEndElement() : null);
        if (start.isPresent()
                && end.isPresent()
                && !end.get().to().isBefore(start.get().from())) {
            return Optional.of(new DateSpan(start.get().from(), end.get().to(), null));
        }
        return start.isPresent() ? start : end;
    }

    private static DateSpan ofDate(BaseDateTimeType date) {
        String text = date.getValueAsString();
        if (text.length() == 4) {
            int year = Integer.parseInt(text);
            return new DateSpan(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), null);
        }
        if (text.length() == 7) {
            YearMonth month = YearMonth.parse(text);
            return new DateSpan(month.atDay(1), month.atEndOfMonth(), null);
        }
        LocalDate day = LocalDate.parse(text.substring(0, 10));
        boolean timed =
                text.length() > 10 && !(date instanceof DateTimeType dateTime && dateTime.getTimeZone() == null);
        return new DateSpan(day, day, timed ? date.getValue().toInstant() : null);
    }

    /** Whether it is a single day. */
    public boolean isDay() {
        return from.equals(to);
    }

    /** The fewest days that can lie between an earlier date and this one. */
    public long leastDaysAfter(DateSpan earlier) {
        return ChronoUnit.DAYS.between(earlier.to, from);
    }

    /** The most days that can lie between an earlier date and this one. */
    public long mostDaysAfter(DateSpan earlier) {
        return ChronoUnit.DAYS.between(earlier.from, to);
    }

    /** Whether this is surely after the other: a later day, or the same day at a later known moment. */
    public boolean isSurelyAfter(DateSpan other) {
        return from.isAfter(other.to) || instant != null && other.instant != null && instant.isAfter(other.instant);
    }

    /** Whether this surely began on a day not after any that the other may be. */
    public boolean isSurelyBy(DateSpan other) {
        return !to.isAfter(other.from);
    }
}
