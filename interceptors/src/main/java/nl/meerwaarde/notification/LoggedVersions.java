package nl.meerwaarde.notification;

import java.util.Optional;
import nl.meerwaarde.audit.RecordedAccesses;
import org.hl7.fhir.r4.model.Resource;

/**
 * Reads AuditEvents where they are, in the audit trail, and all else where resources are. An AuditEvent has one state and no version.
 *
 * @param resources of all other types
 */
record LoggedVersions(RecordedAccesses accesses, StoredVersions resources) implements StoredVersions {
    @Override
    public Optional<Resource> current(Event event) {
        return isLogged(event) ? logged(event) : resources.current(event);
    }

    @Override
    public Optional<Resource> asOf(Event event) {
        return isLogged(event) ? logged(event) : resources.asOf(event);
    }

    private static boolean isLogged(Event event) {
        return "AuditEvent".equals(event.resourceType());
    }

    private Optional<Resource> logged(Event event) {
        return accesses.find(event.resourceId()).map(Resource.class::cast);
    }
}
