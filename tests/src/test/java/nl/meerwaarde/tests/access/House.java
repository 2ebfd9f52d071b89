package nl.meerwaarde.tests.access;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import nl.meerwaarde.requester.Role;
import nl.meerwaarde.tests.support.Fhir;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Resource;

/** A server whose access rules are tried, and who vouches there for those who ask. */
interface House {
    /** Where the tests themselves sign the tokens. */
    House GUARDED = new GuardedHouse();

    /** A part of the server. */
    <T> T bean(Class<T> type);

    /**
     * Somebody in a role, with all the scopes that such a one can have.
     *
     * @param person who that is in the server, of a record system the organisation it is of; empty where the role is nobody there
     */
    Fhir as(Role role, String person);

    /** Stores something as the server itself does, whoever may. What the server alone writes is there already. */
    @SuppressWarnings("unchecked") // the DAO of that type
    default String store(Resource resource) {
        if (resource instanceof AuditEvent) {
            return resource.getIdElement().getIdPart();
        }
        return ((IFhirResourceDao<Resource>) bean(DaoRegistry.class).getResourceDao(resource.fhirType()))
                .create(resource, new SystemRequestDetails())
                .getId()
                .getIdPart();
    }
}
