package nl.meerwaarde.measure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whose episodes a report is about.
 *
 * @param from first day of the period
 * @param to last day of the period; an episode belongs to it when its index event surely lies between the two
 * @param reporter whose of them count
 * @param patient id of the one patient, or null for all
 * @param asOf the day on which windows count as open or closed
 */
record ReportScope(
        LocalDate from,
        LocalDate to,
        Reporter reporter,
        @Nullable String patient,
        LocalDate asOf) {
    /** Everybody's, over the same days. */
    ReportScope ofEverybody() {
        return new ReportScope(from, to, Reporter.EVERYBODY, null, asOf);
    }

    boolean isOfEverybody() {
        return reporter.equals(Reporter.EVERYBODY) && patient == null;
    }
}
