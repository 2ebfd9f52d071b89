package nl.meerwaarde.notification;

import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;

/** Resources as they are stored. */
interface StoredVersions {
    /** The resource of an event as it is now; empty when it was deleted. */
    Optional<Resource> current(Event event);

    /** The resource as the event left it; empty when that version is not kept any more. */
    Optional<Resource> asOf(Event event);
}
