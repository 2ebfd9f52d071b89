package nl.meerwaarde.outcome;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import nl.meerwaarde.fhir.DateSpan;
import nl.meerwaarde.record.RecordEntry;
import org.jspecify.annotations.Nullable;

/**
 * Age at the index event, fixed there.
 *
 * @param years whole years, or null when birth or index event are not known precisely enough
 * @param band ten years wide ({@code 60-69}), or null when the possible ages lie in different bands
 */
record AgeAtIndex(@Nullable Integer years, @Nullable String band) {
    private static final int BAND_WIDTH = 10;

    static AgeAtIndex of(RecordEntry.@Nullable Person person, @Nullable DateSpan index) {
        if (person == null || person.birth() == null || index == null) {
            return new AgeAtIndex(null, person == null ? null : person.ageBand());
        }
        int youngest = years(person.birth().to(), index.from());
        int oldest = years(person.birth().from(), index.to());
        Integer exact = youngest == oldest ? youngest : null;
        return new AgeAtIndex(exact, band(youngest).equals(band(oldest)) ? band(youngest) : person.ageBand());
    }

    private static int years(LocalDate birth, LocalDate day) {
        return Math.max(0, (int) ChronoUnit.YEARS.between(birth, day));
    }

    private static String band(int years) {
        int first = years / BAND_WIDTH * BAND_WIDTH;
        return first + "-" + (first + BAND_WIDTH - 1);
    }
}
