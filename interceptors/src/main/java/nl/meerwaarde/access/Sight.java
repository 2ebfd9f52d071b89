package nl.meerwaarde.access;

import org.hl7.fhir.r4.model.Resource;

/** What somebody may see at this moment, by role, scopes, teams and consents. What is looked up for it once is taken for true from then on: ask for it anew each time. */
public final class Sight {
    private final Access access;

    Sight(Access access) {
        this.access = access;
    }

    /** Whether this resource, as it is, may be seen. */
    public boolean sees(Resource resource) {
        return access.sees(resource);
    }

    /** Whether there is anybody of whom resources of a type may be seen. */
    public boolean reaches(String type) {
        return access.reaches(type);
    }
}
