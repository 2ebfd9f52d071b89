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
 * @param denial of what never came as far as FHIR; otherwise {@link Denial#NONE}
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
        int status,
        Denial denial) {
    /**
     * Why a request was refused before anybody looked at what it asks.
     *
     * @param cause a word such as {@code token-expired}; empty when it was not
     * @param times how many requests alike this entry stands for; 1 or more
     */
    record Denial(String cause, int times) {
        /** Of requests that FHIR answered, well or not. */
        static final Denial NONE = new Denial("", 1);
    }

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

    /** Whether its sender said that it was one. */
    boolean isEmergency() {
        return !reason.isEmpty();
    }

    /** Whether it was, and something of a patient was answered. Who says that it is an emergency is taken at her word, also where she might have read it anyway. */
    boolean brokeTheGlass() {
        return isEmergency() && succeeded() && !patient.isEmpty();
    }
}
