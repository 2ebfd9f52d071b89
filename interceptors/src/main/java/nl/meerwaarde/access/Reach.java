package nl.meerwaarde.access;

import nl.meerwaarde.requester.Requester;
import nl.meerwaarde.requester.Role;

/** Which patients are one's own in a role, at this moment. */
interface Reach {
    /** The role whose own patients these are. */
    Role role();

    /** Who they are. */
    Patients patients(Requester requester);
}
