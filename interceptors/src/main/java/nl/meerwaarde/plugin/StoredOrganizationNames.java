package nl.meerwaarde.plugin;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import nl.meerwaarde.benchmark.OrganizationNames;
import org.hl7.fhir.r4.model.Organization;

/** Names as they stand in the Organizations of this server. */
record StoredOrganizationNames(DaoRegistry daos) implements OrganizationNames {
    @Override
    public Map<String, String> of(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        SearchParameterMap byId = new SearchParameterMap().setLoadSynchronous(true);
        byId.add("_id", new TokenOrListParam(null, ids.toArray(String[]::new)));
        return daos
                .getResourceDao(Organization.class)
                .search(byId, new SystemRequestDetails())
                .getAllResources()
                .stream()
                .map(Organization.class::cast)
                .filter(Organization::hasName)
                .collect(Collectors.toMap(
                        organization -> organization.getIdElement().getIdPart(), Organization::getName));
    }
}
