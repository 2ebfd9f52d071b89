package nl.meerwaarde.exchange;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.model.api.IQueryParameterType;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceOrListParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.meerwaarde.measure.FactMeasure;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;

/** Reads the resources that a Measure's facts of some patients came from. */
class CollectedData {
    private static final int AT_ONCE = 200;

    private final DaoRegistry daos;

    CollectedData(DaoRegistry daos) {
        this.daos = daos;
    }

    /** Patients, episodes, index operations, responses, scores, expectations, events, goals, and the Tasks that say who was asked; in that order, each once. */
    List<Resource> read(FactMeasure measure, List<String> patients, SourceQuery.Sources sources) {
        List<Resource> collected = new ArrayList<>(byId("Patient", patients));
        List<Resource> episodes = byId("CarePlan", sources.episodes());
        collected.addAll(episodes);
        collected.addAll(referring("Procedure", "based-on", prefixed("CarePlan", sources.episodes()), Map.of()));
        Map<String, List<String>> answers = sources.answers().stream()
                .map(IdType::new)
                .collect(Collectors.groupingBy(
                        IdType::getResourceType,
                        TreeMap::new,
                        Collectors.mapping(IdType::getIdPart, Collectors.toList())));
        answers.forEach((type, ids) -> collected.addAll(byId(type, ids)));
        collected.addAll(referring(
                "Observation",
                "derived-from",
                prefixed("QuestionnaireResponse", answers.getOrDefault("QuestionnaireResponse", List.of())),
                Map.of(
                        "code",
                        new TokenParam(measure.score().system(), measure.score().code()))));
        if (measure.isForTheTeamOnly()) {
            collected.addAll(byId("Goal", goals(episodes)));
        }
        collected.addAll(referring("Task", "based-on", prefixed("CarePlan", sources.episodes()), Map.of()));
        Map<String, Resource> once = new LinkedHashMap<>();
        collected.forEach(resource -> once.putIfAbsent(resource.fhirType() + "/" + resource.getIdPart(), resource));
        return List.copyOf(once.values());
    }

    private static List<String> goals(List<Resource> episodes) {
        return episodes.stream()
                .flatMap(episode -> ((CarePlan) episode).getGoal().stream())
                .map(goal -> goal.getReferenceElement().getIdPart())
                .distinct()
                .toList();
    }

    private static List<String> prefixed(String type, Collection<String> ids) {
        return ids.stream().map(id -> type + "/" + id).toList();
    }

    private List<Resource> byId(String type, List<String> ids) {
        List<Resource> found = new ArrayList<>();
        for (List<String> some : inParts(ids)) {
            TokenOrListParam anyOf = new TokenOrListParam();
            some.forEach(id -> anyOf.add(new TokenParam(id)));
            found.addAll(search(type, SearchParameterMap.newSynchronous().add("_id", anyOf)));
        }
        return found;
    }

    private List<Resource> referring(
            String type, String parameter, List<String> references, Map<String, IQueryParameterType> more) {
        List<Resource> found = new ArrayList<>();
        for (List<String> some : inParts(references)) {
            ReferenceOrListParam anyOf = new ReferenceOrListParam();
            some.forEach(reference -> anyOf.add(new ReferenceParam(reference)));
            SearchParameterMap search = SearchParameterMap.newSynchronous().add(parameter, anyOf);
            more.forEach(search::add);
            found.addAll(search(type, search));
        }
        return found;
    }

    private List<Resource> search(String type, SearchParameterMap search) {
        return daos.getResourceDao(type).search(search, new SystemRequestDetails()).getAllResources().stream()
                .map(Resource.class::cast)
                .toList();
    }

    private static List<List<String>> inParts(List<String> ids) {
        List<List<String>> parts = new ArrayList<>();
        for (int start = 0; start < ids.size(); start += AT_ONCE) {
            parts.add(ids.subList(start, Math.min(start + AT_ONCE, ids.size())));
        }
        return parts;
    }
}
