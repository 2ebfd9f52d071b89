package nl.meerwaarde.access;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;

/** What is stored, seen by the server itself. */
class StoredResources {
    private static final String CONSENT_SCOPE = "http://terminology.hl7.org/CodeSystem/consentscope";

    private final DaoRegistry daos;

    StoredResources(DaoRegistry daos) {
        this.daos = daos;
    }

    /** Empty when there is no such resource, or no such version of it, or it was deleted. */
    Optional<Resource> find(IdType id) {
        if (!id.hasResourceType() || !id.hasIdPart() || !daos.isResourceTypeSupported(id.getResourceType())) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    (Resource) daos.getResourceDao(id.getResourceType()).read(id, new SystemRequestDetails()));
        } catch (ResourceNotFoundException | ResourceGoneException | InvalidRequestException e) {
            return Optional.empty();
        }
    }

    <T extends Resource> Optional<T> find(Class<T> type, String reference) {
        IdType id = new IdType(reference);
        return type.getSimpleName().equals(id.getResourceType()) ? find(id).map(type::cast) : Optional.empty();
    }

    /** The patient's active consents to disclosure that name somebody at their first level. */
    List<Consent> privacyConsents(String patient, String actor) {
        SearchParameterMap search = SearchParameterMap.newSynchronous()
                .add(Consent.SP_PATIENT, new ReferenceParam("Patient/" + patient))
                .add(Consent.SP_STATUS, new TokenParam(Consent.ConsentState.ACTIVE.toCode()))
                .add(Consent.SP_SCOPE, new TokenParam(CONSENT_SCOPE, "patient-privacy"))
                .add(Consent.SP_ACTOR, new ReferenceParam(actor));
        return daos.getResourceDao(Consent.class).searchForResources(search, new SystemRequestDetails()).stream()
                .filter(consent -> consent.getProvision().getActor().stream()
                        .anyMatch(named -> actor.equals(named.getReference().getReference())))
                .toList();
    }
}
