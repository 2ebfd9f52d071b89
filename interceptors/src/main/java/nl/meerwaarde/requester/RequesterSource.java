package nl.meerwaarde.requester;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Optional;

/** Tells who asks. A host that has access rules, consent and audit by this suite has one such bean; identity itself is the host's. */
public interface RequesterSource {
    /**
     * Who sends this request; empty when the request is the server's own work, not somebody's. A request of somebody who did not say who that is never gets
     * this far: the host answers it with 401.
     */
    Optional<Requester> of(RequestDetails request);

    /** Whether nobody is asked who it is: {@link Requester#anybody()} may do everything only as long as that is so. */
    default boolean isOpen() {
        return false;
    }
}
