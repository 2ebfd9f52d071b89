package nl.meerwaarde.scheduling;

import java.time.LocalDate;
import nl.meerwaarde.fhir.DateSpan;
import nl.meerwaarde.pathway.Pathway;
import nl.meerwaarde.record.RecordEntry;
import org.jspecify.annotations.Nullable;

/**
 * Days from the first to the last, both included. Where nobody knows the day that everything is counted from, they are all days there are.
 *
 * @param first the first day
 * @param last the last day, not before the first
 */
record Days(LocalDate first, LocalDate last) {
    /** Not known when: open at either end. */
    static final Days ALL = new Days(LocalDate.MIN, LocalDate.MAX);

    Days {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("Days end before they begin: " + first + " to " + last);
        }
    }

    /** The window of a moment. A day that is known by month or year alone gives every day that may lie in the window. */
    static Days of(Pathway.Window window, DateSpan index) {
        return new Days(index.from().plusDays(window.opens()), index.to().plusDays(window.closes()));
    }

    /** The days that a Task names; open where it names none, and where it ends before it begins. */
    static Days of(RecordEntry.@Nullable Scheduled scheduled) {
        LocalDate first = scheduled == null || scheduled.opens() == null ? LocalDate.MIN : scheduled.opens();
        LocalDate last = scheduled == null || scheduled.closes() == null ? LocalDate.MAX : scheduled.closes();
        return last.isBefore(first) ? ALL : new Days(first, last);
    }

    boolean overlaps(Days other) {
        return !first.isAfter(other.last) && !other.first.isAfter(last);
    }

    /** The days of both; there must be any. */
    Days and(Days other) {
        return new Days(
                first.isBefore(other.first) ? other.first : first, last.isAfter(other.last) ? other.last : last);
    }

    /** The first day; null where it is not known. */
    @Nullable
    LocalDate firstKnown() {
        return first.equals(LocalDate.MIN) ? null : first;
    }

    /** The last day; null where it is not known. */
    @Nullable
    LocalDate lastKnown() {
        return last.equals(LocalDate.MAX) ? null : last;
    }

    /** The day nearest to this one. */
    LocalDate nearest(LocalDate day) {
        return day.isBefore(first) ? first : day.isAfter(last) ? last : day;
    }
}
