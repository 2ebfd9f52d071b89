package nl.meerwaarde.requester;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Optional;

/**
 * Breaking the glass: who treats a patient in an emergency without being of the team says why, in the header {@value #HEADER} of each request. It opens what the access rules
 * allow in an emergency, and it is recorded and reported.
 */
public final class EmergencyAccess {
    /** The reason in the requester's own words; at most {@value #LONGEST} characters count. */
    public static final String HEADER = "X-Emergency-Reason";

    private static final int LONGEST = 500;

    private EmergencyAccess() {}

    /** Why, without blanks around it; empty when the request is no emergency. */
    public static Optional<String> reason(RequestDetails request) {
        return Optional.ofNullable(request.getHeader(HEADER))
                .map(String::strip)
                .filter(reason -> !reason.isEmpty())
                .map(reason -> reason.substring(0, Math.min(reason.length(), LONGEST)));
    }
}
