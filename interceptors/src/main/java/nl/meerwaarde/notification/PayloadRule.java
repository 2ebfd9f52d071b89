package nl.meerwaarde.notification;

import nl.meerwaarde.requester.Requester;
import org.hl7.fhir.r4.model.Resource;

/**
 * What a subscriber may be told: as shipped, what the access rules let the subscriber read at that moment. Asked anew with each notification, so that what was withdrawn
 * since is not sent any more. A host with rules of its own has one such bean; without any rules nobody is sent the content of resources unless the server runs in the
 * open.
 */
public interface PayloadRule {
    /** What this requester may see now. */
    View now(Requester requester);

    /** What somebody may see. */
    @FunctionalInterface
    interface View {
        /**
         * Whether this resource may be read. If not, the requester is not told of it at all, because that something exists tells something too.
         *
         * @param resource as it is stored
         */
        boolean sees(Resource resource);

        /** Whether there is anybody left of whom resources of this type may be read; a subscription of somebody who reads nothing any more ends. */
        default boolean reaches(String type) {
            return true;
        }
    }
}
