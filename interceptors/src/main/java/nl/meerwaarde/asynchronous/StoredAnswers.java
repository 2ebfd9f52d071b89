package nl.meerwaarde.asynchronous;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.TokenParam;
import java.util.Optional;
import java.util.UUID;
import nl.meerwaarde.fhir.Fingerprint;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;

/** Answers as resources of the server. Storing one again, after a failure, gives the same resource. */
class StoredAnswers {
    private final FhirContext fhirContext;
    private final DaoRegistry daos;

    StoredAnswers(FhirContext fhirContext, DaoRegistry daos) {
        this.fhirContext = fhirContext;
        this.daos = daos;
    }

    /** Stores what was computed; what is stored or was refused stays as it is. */
    PartAnswer store(String job, PartAnswer answer) {
        if (answer.status() != 200 || !answer.location().isEmpty()) {
            return answer;
        }
        Resource resource = (Resource) fhirContext.newJsonParser().parseResource(answer.resource());
        resource.setId(Fingerprint.uuid5(UUID.fromString(job), String.valueOf(answer.index()))
                .toString());
        dao(resource.fhirType()).update(resource, new SystemRequestDetails());
        return PartAnswer.stored(answer.index(), resource.fhirType() + "/" + resource.getIdPart(), true);
    }

    /** Empty when somebody deleted it. */
    Optional<Resource> find(PartAnswer answer) {
        IdType id = new IdType(answer.location());
        SearchParameterMap byId = SearchParameterMap.newSynchronous("_id", new TokenParam(id.getIdPart()));
        return dao(id.getResourceType()).search(byId, new SystemRequestDetails()).getAllResources().stream()
                .map(Resource.class::cast)
                .findFirst();
    }

    /** Deletes what was stored for this request only. */
    void delete(PartAnswer answer) {
        if (answer.own() && find(answer).isPresent()) {
            IdType id = new IdType(answer.location());
            dao(id.getResourceType()).delete(id, new SystemRequestDetails());
        }
    }

    @SuppressWarnings("unchecked") // the DAO of that type
    private IFhirResourceDao<Resource> dao(String type) {
        return (IFhirResourceDao<Resource>) daos.getResourceDao(type);
    }
}
