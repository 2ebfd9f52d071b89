package nl.meerwaarde.plugin;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.meerwaarde.benchmark.Names;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Organization;
import org.jspecify.annotations.Nullable;

/** Names as they stand in the Organizations and CareTeams of this server. */
record StoredNames(DaoRegistry daos) implements Names {
    @Override
    public Map<String, String> of(Collection<String> references) {
        Map<String, String> names = new TreeMap<>();
        references.stream()
                .map(IdType::new)
                .collect(Collectors.groupingBy(IdType::getResourceType))
                .forEach((type, ids) ->
                        read(type, ids.stream().map(IdType::getIdPart).toList(), names));
        return names;
    }

    private void read(String type, Collection<String> ids, Map<String, String> names) {
        SearchParameterMap byId = new SearchParameterMap().setLoadSynchronous(true);
        byId.add("_id", new TokenOrListParam(null, ids.toArray(String[]::new)));
        for (IBaseResource resource : daos.getResourceDao(type)
                .search(byId, new SystemRequestDetails())
                .getAllResources()) {
            String name = name(resource);
            if (name != null) {
                names.put(type + "/" + resource.getIdElement().getIdPart(), name);
            }
        }
    }

    private static @Nullable String name(IBaseResource resource) {
        return resource instanceof Organization organization
                ? organization.getName()
                : resource instanceof CareTeam team ? team.getName() : null;
    }
}
