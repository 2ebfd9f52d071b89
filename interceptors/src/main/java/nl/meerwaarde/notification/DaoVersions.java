package nl.meerwaarde.notification;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.Optional;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;

/** Reads as the server itself: what a subscriber may see is asked elsewhere. */
record DaoVersions(FhirContext fhirContext, DaoRegistry daos) implements StoredVersions {
    @Override
    public Optional<Resource> current(Event event) {
        return read(event, new IdType(event.resourceType(), event.resourceId()));
    }

    @Override
    public Optional<Resource> asOf(Event event) {
        return read(
                event, new IdType(event.resourceType(), event.resourceId(), String.valueOf(event.resourceVersion())));
    }

    private Optional<Resource> read(Event event, IdType id) {
        Class<? extends Resource> type = fhirContext
                .getResourceDefinition(event.resourceType())
                .getImplementingClass()
                .asSubclass(Resource.class);
        try {
            return Optional.of(daos.getResourceDao(type).read(id, new SystemRequestDetails()));
        } catch (ResourceGoneException | ResourceNotFoundException e) {
            return Optional.empty();
        }
    }
}
