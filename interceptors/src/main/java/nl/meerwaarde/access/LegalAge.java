package nl.meerwaarde.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import nl.meerwaarde.fhir.DateSpan;
import org.hl7.fhir.r4.model.Patient;

/**
 * What Dutch law says of a patient's age (Burgerlijk Wetboek 7, articles 447, 450 and 465): under twelve the parents act for a child, from twelve to fifteen the child and
 * the parents do, from sixteen the patient alone.
 *
 * @param youngest in years, as young as the date of birth allows; an adult where nobody knows it
 * @param oldest in years, as old as the date of birth allows
 */
record LegalAge(int youngest, int oldest) {
    private static final int A_SAY = 12;
    private static final int ALONE = 16;
    private static final LegalAge UNKNOWN = new LegalAge(ALONE, ALONE);

    static LegalAge of(Patient patient, Clock clock) {
        LocalDate today = LocalDate.now(clock);
        Optional<DateSpan> birth = DateSpan.of(patient.hasBirthDate() ? patient.getBirthDateElement() : null);
        return birth.map(span -> new LegalAge((int) ChronoUnit.YEARS.between(span.to(), today), (int)
                        ChronoUnit.YEARS.between(span.from(), today)))
                .orElse(UNKNOWN);
    }

    /** Whether the patient certainly may act for herself. */
    boolean hasASay() {
        return youngest >= A_SAY;
    }

    /** Whether parents certainly may still act for the patient. */
    boolean isRepresentedByParents() {
        return oldest < ALONE;
    }
}
