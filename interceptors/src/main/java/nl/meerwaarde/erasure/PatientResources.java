package nl.meerwaarde.erasure;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.RestSearchParameterTypeEnum;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceOrListParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meerwaarde.access.Ownership;
import org.hl7.fhir.r4.model.Resource;

/** Everything that is stored about patients: not what also is about somebody else, nor what only names them. */
class PatientResources {
    private static final List<String> ABOUT = List.of("patient", "subject");

    /** Kept by its own rules: nobody erases who saw what. */
    private static final String AUDIT_EVENT = "AuditEvent";

    private final FhirContext fhirContext;
    private final DaoRegistry daos;

    PatientResources(FhirContext fhirContext, DaoRegistry daos) {
        this.fhirContext = fhirContext;
        this.daos = daos;
    }

    /** Of these patients, by type. */
    Map<String, Set<String>> of(Set<String> patients) {
        Map<String, Set<String>> found = new TreeMap<>();
        Stream.concat(stored("Patient", patients), about(patients, new SearchParameterMap()))
                .forEach(resource -> found.computeIfAbsent(resource.fhirType(), type -> new TreeSet<>())
                        .add(resource.getIdElement().getIdPart()));
        return found;
    }

    /** Which of these patients have a resource that changed then, their Patient included. */
    Set<String> changedSince(Set<String> patients, DateRangeParam then) {
        SearchParameterMap byId = changed(then).add("_id", ids(patients));
        return Stream.concat(search("Patient", byId), about(patients, changed(then)))
                .flatMap(resource -> Ownership.of(resource).stream())
                .collect(Collectors.toSet());
    }

    private static SearchParameterMap changed(DateRangeParam then) {
        SearchParameterMap search = new SearchParameterMap();
        search.setLastUpdated(then);
        return search;
    }

    /** @param more on what else it depends whether they are looked for */
    private Stream<Resource> about(Set<String> patients, SearchParameterMap more) {
        return daos.getRegisteredDaoTypes().stream()
                .filter(type -> !type.equals(AUDIT_EVENT))
                .flatMap(type -> ABOUT.stream()
                        .filter(parameter -> namesPatients(type, parameter))
                        .flatMap(parameter -> search(type, more.clone().add(parameter, references(patients)))))
                .filter(resource -> isOf(patients, resource));
    }

    private static boolean isOf(Set<String> patients, Resource resource) {
        Set<String> owners = Ownership.of(resource);
        return !owners.isEmpty() && patients.containsAll(owners);
    }

    /** Those of some resources that are stored and not deleted. */
    Stream<Resource> stored(String type, Collection<String> ids) {
        return ids.isEmpty() ? Stream.of() : search(type, new SearchParameterMap().add("_id", ids(ids)));
    }

    private static TokenOrListParam ids(Collection<String> ids) {
        TokenOrListParam anyOf = new TokenOrListParam();
        ids.forEach(id -> anyOf.add(new TokenParam(id)));
        return anyOf;
    }

    private boolean namesPatients(String type, String parameter) {
        RuntimeSearchParam known = fhirContext.getResourceDefinition(type).getSearchParam(parameter);
        return known != null
                && known.getParamType() == RestSearchParameterTypeEnum.REFERENCE
                && (known.getTargets().isEmpty() || known.getTargets().contains("Patient"));
    }

    private static ReferenceOrListParam references(Set<String> patients) {
        ReferenceOrListParam anyOf = new ReferenceOrListParam();
        patients.forEach(patient -> anyOf.add(new ReferenceParam("Patient", null, patient)));
        return anyOf;
    }

    private Stream<Resource> search(String type, SearchParameterMap search) {
        return daos
                .getResourceDao(type)
                .search(search.setLoadSynchronous(true), new SystemRequestDetails())
                .getAllResources()
                .stream()
                .map(Resource.class::cast);
    }
}
