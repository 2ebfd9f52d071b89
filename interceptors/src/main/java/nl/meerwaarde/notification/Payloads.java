package nl.meerwaarde.notification;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.Optional;
import nl.meerwaarde.requester.Requester;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** What of an event a requester may be told now. */
class Payloads {
    private final FhirContext fhirContext;
    private final DaoRegistry daos;
    private final Optional<PayloadRule> rule;
    private final NotificationSettings settings;

    Payloads(FhirContext fhirContext, DaoRegistry daos, Optional<PayloadRule> rule, NotificationSettings settings) {
        this.fhirContext = fhirContext;
        this.daos = daos;
        this.rule = rule;
        this.settings = settings;
    }

    /** An event, and the resource as the event left it; null when only its address may be told. */
    record Payload(Event event, @Nullable Resource resource) {
        Payload with(Event numbered) {
            return new Payload(numbered, resource);
        }
    }

    /** The most that this requester may be sent. */
    Content most(@Nullable Requester requester) {
        boolean anybody = requester != null && requester.isAnybody();
        return rule.isPresent() && requester != null || anybody || settings.fullResources()
                ? Content.FULL_RESOURCE
                : Content.ID_ONLY;
    }

    /** Empty when the requester may not be told of it at all: the resource is gone, or a rule forbids it. */
    Optional<Payload> of(Event event, @Nullable Requester requester) {
        return stored(event, null)
                .filter(current -> maySee(requester, current))
                .map(current -> new Payload(
                        event,
                        most(requester) == Content.FULL_RESOURCE
                                ? stored(event, event.resourceVersion()).orElse(null)
                                : null));
    }

    private boolean maySee(@Nullable Requester requester, Resource resource) {
        return rule.isEmpty() || requester != null && rule.get().maySee(requester, resource);
    }

    private Optional<Resource> stored(Event event, @Nullable Long version) {
        @SuppressWarnings("unchecked") // the DAO of a resource's own class
        Class<? extends IBaseResource> type = (Class<? extends IBaseResource>)
                fhirContext.getResourceDefinition(event.resourceType()).getImplementingClass();
        IFhirResourceDao<? extends IBaseResource> dao = daos.getResourceDao(type);
        IdType id = version == null
                ? new IdType(event.resourceType(), event.resourceId())
                : new IdType(event.resourceType(), event.resourceId(), String.valueOf(version));
        try {
            return Optional.of((Resource) dao.read(id, new SystemRequestDetails()));
        } catch (ResourceGoneException | ResourceNotFoundException e) {
            return Optional.empty();
        }
    }
}
