package nl.meerwaarde.measure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whose episodes a report is about.
 *
 * @param from first day of the period
 * @param to last day of the period; an episode belongs to it when its index event surely lies between the two
 * @param organization id of the reporting organisation, or null for all
 * @param patient id of the one patient, or null for all
 * @param asOf the day on which windows count as open or closed
 */
record ReportScope(
        LocalDate from,
        LocalDate to,
        @Nullable String organization,
        @Nullable String patient,
        LocalDate asOf) {}
