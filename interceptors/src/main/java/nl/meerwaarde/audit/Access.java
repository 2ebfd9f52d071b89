package nl.meerwaarde.audit;

import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.meerwaarde.audit.AuditEntry.Denial;
import nl.meerwaarde.requester.EmergencyAccess;

/**
 * What the entries of one request have in common.
 *
 * @param reason empty unless the glass was broken
 */
record Access(Agent agent, Origin origin, String reason, Clock clock) {
    static Access of(ServletRequestDetails request, Requests requests, Clock clock) {
        return new Access(
                requests.agent(request),
                requests.origin(request),
                EmergencyAccess.reason(request).orElse(""),
                clock);
    }

    /** An entry for each patient, or one for nobody. */
    List<AuditEntry> entries(Target target, Collection<String> patients, String query, int status) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Stream<String> concerned = patients.isEmpty()
                ? Stream.of("")
                : Set.copyOf(patients).stream().sorted();
        return concerned
                .map(patient -> new AuditEntry(
                        EntryIds.at(now), now, agent, origin, target, patient, query, reason, status, Denial.NONE))
                .toList();
    }
}
