package nl.meerwaarde.population;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Date;
import java.util.Optional;
import nl.meerwaarde.fhir.DateSpan;
import org.hl7.fhir.r4.model.Observation;

/** When something was observed, for finding the newest. */
final class ObservationTime {
    /** Newest first; of two at the same time the one that came in later. */
    static final Comparator<Observation> NEWEST_FIRST = Comparator.comparing(ObservationTime::latest)
            .thenComparing(ObservationTime::received)
            .thenComparing(
                    observation -> String.valueOf(observation.getIdElement().getIdPart()))
            .reversed();

    private ObservationTime() {}

    /** The latest moment at which it may have been observed; for a day without a time its beginning, so that what has a time that day is newer. */
    static Instant latest(Observation observation) {
        Optional<DateSpan> span = DateSpan.of(observation.getEffective());
        return span.map(s -> s.instant() != null
                        ? s.instant()
                        : s.to().atStartOfDay().toInstant(ZoneOffset.UTC))
                .orElse(Instant.MIN);
    }

    /** Whether it may have been observed at or after a moment. A day counts until its end. */
    static boolean mayLieSince(Observation observation, Instant since) {
        return DateSpan.of(observation.getEffective())
                .map(span -> span.instant() != null
                        ? !span.instant().isBefore(since)
                        : span.to()
                                .plusDays(1)
                                .atStartOfDay()
                                .toInstant(ZoneOffset.UTC)
                                .isAfter(since))
                .orElse(false);
    }

    private static Instant received(Observation observation) {
        Date lastUpdated = observation.getMeta().getLastUpdated();
        return lastUpdated == null ? Instant.MIN : lastUpdated.toInstant();
    }
}
