package nl.meerwaarde.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * One access to data of one patient, or of none. An access that touches several patients has an entry for each, so that the log of one names no other.
 *
 * @param id rises with time, so that neighbours in time are neighbours in the index
 * @param recorded to the millisecond
 * @param patient whose data; id only, empty where the access concerns nobody or it is not known whom
 * @param query the address that was asked below the base, with the parameters of a form or body; holds what somebody searched for
 * @param reason why, in the requester's own words; empty unless the glass was broken
 * @param status HTTP status of the answer
 */
record AuditEntry(
        UUID id,
        Instant recorded,
        Agent agent,
        Origin origin,
        Target target,
        String patient,
        String query,
        String reason,
        int status) {
    private static final int REFUSED = 400;
    private static final int FAILED = 500;

    /** FHIR's code of {@code AuditEvent.outcome}: 0 success, 4 the client's fault (such as a denied access), 8 the server's. */
    String outcome() {
        if (status < REFUSED) {
            return "0";
        }
        return status < FAILED ? "4" : "8";
    }

    boolean succeeded() {
        return status < REFUSED;
    }
}
