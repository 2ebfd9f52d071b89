package nl.meerwaarde.cell;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import nl.meerwaarde.fhir.CanonicalReference;
import org.jspecify.annotations.Nullable;

/** What organisations delivered of their own facts: beside the facts of this server, the second source of a report's numbers. */
public interface DeliveredSums {
    /** A server to which nobody delivers. */
    DeliveredSums NONE = new DeliveredSums() {
        @Override
        public List<Delivery> overlapping(
                CanonicalReference measure, LocalDate from, LocalDate to, @Nullable String organization) {
            return List.of();
        }

        @Override
        public Map<String, List<PoolableStratum>> strata(Collection<String> reports) {
            return Map.of();
        }
    };

    /**
     * A report that an organisation delivered.
     *
     * @param report id of the MeasureReport
     * @param organization id of the organisation whose facts it tells
     * @param from first day of its period
     * @param to last day of its period
     */
    record Delivery(String report, String organization, LocalDate from, LocalDate to) {
        boolean isWithin(LocalDate first, LocalDate last) {
            return !from.isBefore(first) && !to.isAfter(last);
        }
    }

    /**
     * The reports about a period, wholly or in part; those of one organisation overlap nowhere. One indexed read.
     *
     * @param organization whose; null for everybody's
     */
    List<Delivery> overlapping(CanonicalReference measure, LocalDate from, LocalDate to, @Nullable String organization);

    /** The strata of reports, by their ids. */
    Map<String, List<PoolableStratum>> strata(Collection<String> reports);
}
