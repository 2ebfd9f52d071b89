package nl.meerwaarde.federation;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.TokenParam;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;

/** Whose report it is: Organizations of this server, because ids of another server mean nothing here. */
class Reporters {
    private final DaoRegistry daos;

    Reporters(DaoRegistry daos) {
        this.daos = daos;
    }

    /** The id of the organisation: by the identifier of the reference when it has one, else by its id; empty when there is none, or more than one. */
    Optional<String> find(Reference reporter) {
        if (reporter.getIdentifier().hasSystem() && reporter.getIdentifier().hasValue()) {
            TokenParam identifier = new TokenParam(
                    reporter.getIdentifier().getSystem(),
                    reporter.getIdentifier().getValue());
            return isPrintable(identifier)
                    ? theOnly(SearchParameterMap.newSynchronous(Organization.SP_IDENTIFIER, identifier))
                    : Optional.empty();
        }
        IdType id = new IdType(reporter.getReference());
        return "Organization".equals(id.getResourceType()) && id.isIdPartValid() && !id.isAbsolute()
                ? theOnly(SearchParameterMap.newSynchronous("_id", new TokenParam(id.getIdPart())))
                : Optional.empty();
    }

    /** A database may not take other characters. */
    private static boolean isPrintable(TokenParam identifier) {
        return (identifier.getSystem() + identifier.getValue()).chars().noneMatch(Character::isISOControl);
    }

    private Optional<String> theOnly(SearchParameterMap search) {
        List<String> found = daos
                .getResourceDao(Organization.class)
                .search(search, new SystemRequestDetails())
                .getAllResources()
                .stream()
                .map(organization -> organization.getIdElement().getIdPart())
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
