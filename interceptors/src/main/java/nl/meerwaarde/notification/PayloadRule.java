package nl.meerwaarde.notification;

import nl.meerwaarde.requester.Requester;
import org.hl7.fhir.r4.model.Resource;

/**
 * What a subscriber may be told. Asked each time something is sent, so that what was withdrawn since is not sent any more. A host has one such bean at most; without one
 * nobody is sent the content of resources unless the server runs in the open.
 */
public interface PayloadRule {
    /**
     * Whether this requester may read this resource now. If not, the requester is not told of it at all, because that something exists tells something too.
     *
     * @param resource as it is stored
     */
    boolean maySee(Requester requester, Resource resource);
}
