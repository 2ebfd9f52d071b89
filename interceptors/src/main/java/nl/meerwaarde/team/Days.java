package nl.meerwaarde.team;

import java.time.LocalDate;
import java.util.Optional;
import nl.meerwaarde.fhir.DateSpan;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;

/**
 * Whole days, both ends included. Teams are counted by days, as people know them: who joins during a day is a member on that day, who leaves during a day is no
 * more, so that one member can take over from another on the same day.
 *
 * @param first the first day; {@link LocalDate#MIN} where nothing is said
 * @param last the last day; {@link LocalDate#MAX} where nothing is said; the day before the first when it is no whole day
 */
record Days(LocalDate first, LocalDate last) {
    static final Days ALWAYS = new Days(LocalDate.MIN, LocalDate.MAX);

    /** A day is over at its last minute; sources write 23:59 or 23:59:59 for it. */
    private static final String LAST_MINUTE = "23:59";

    private static final int HOUR = 11;
    private static final int SECOND = 16;

    /** The days of a period as precisely as they are given: a month begins with its first day and ends with its last. */
    static Days of(Period period) {
        Optional<DateSpan> start = DateSpan.of(period.hasStart() ? period.getStartElement() : null);
        Optional<DateSpan> end = DateSpan.of(period.hasEnd() ? period.getEndElement() : null);
        return new Days(
                start.map(DateSpan::from).orElse(LocalDate.MIN),
                end.map(span -> endsWithin(period.getEndElement()) ? span.to().minusDays(1) : span.to())
                        .orElse(LocalDate.MAX));
    }

    private static boolean endsWithin(DateTimeType end) {
        String text = end.getValueAsString();
        return text.length() >= SECOND && text.substring(HOUR, SECOND).compareTo(LAST_MINUTE) < 0;
    }

    boolean isEmpty() {
        return last.isBefore(first);
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** The days that are in both. */
    Days and(Days other) {
        return new Days(
                first.isBefore(other.first) ? other.first : first, last.isAfter(other.last) ? other.last : last);
    }

    boolean overlaps(Days other) {
        return !isEmpty() && !other.isEmpty() && !and(other).isEmpty();
    }
}
