package nl.meerwaarde.cell;

import java.time.LocalDate;
import nl.meerwaarde.consent.Population;
import org.jspecify.annotations.Nullable;

/**
 * Whose episodes a report is about.
 *
 * @param from first day of the period
 * @param to last day of the period; an episode belongs to it when its index event surely lies between the two
 * @param reporter whose of them count
 * @param patient id of the one patient, or null for all
 * @param asOf the day on which windows count as open or closed, and Consents as in force
 * @param population who is not left out on the recipient's ground
 */
public record ReportScope(
        LocalDate from,
        LocalDate to,
        Reporter reporter,
        @Nullable String patient,
        LocalDate asOf,
        Population population) {
    /**
     * Everybody's, over the same days.
     *
     * @param counted who is not left out of those
     */
    public ReportScope ofEverybody(Population counted) {
        return new ReportScope(from, to, Reporter.EVERYBODY, null, asOf, counted);
    }

    /** Whether it is about all episodes of the period. */
    public boolean isOfEverybody() {
        return reporter.equals(Reporter.EVERYBODY) && patient == null;
    }
}
