package nl.meerwaarde.access;

import java.util.Set;
import nl.meerwaarde.requester.Requester;
import nl.meerwaarde.requester.Role;

/** Which patients are one's own in a role, at this moment. */
interface Reach {
    /** The role whose own patients these are. */
    Role role();

    /** Ids of patients. */
    Set<String> patients(Requester requester);
}
