package nl.meerwaarde.cql;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.repository.searchparam.SearchParameterMapRepositoryRestQueryBuilder;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.repository.IRepository;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.StringParam;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IBaseBundle;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Resource;

/**
 * The stored resources as the engine reads them. Each search is a new one: results that the host keeps of an earlier search of the same words would be those of
 * another moment.
 */
final class StoredRecords implements IRepository {
    private final FhirContext fhirContext;
    private final DaoRegistry daos;
    private final int mostAtOnce;
    private final Evaluation evaluation;

    /** @param mostAtOnce how many resources a search of the host gives at most; it would leave out the others without saying so */
    StoredRecords(FhirContext fhirContext, DaoRegistry daos, int mostAtOnce, Evaluation evaluation) {
        this.fhirContext = fhirContext;
        this.daos = daos;
        this.mostAtOnce = mostAtOnce;
        this.evaluation = evaluation;
    }

    @Override
    public <T extends IBaseResource, I extends IIdType> T read(Class<T> type, I id, Map<String, String> headers) {
        evaluation.goOn();
        return dao(type).read(id, new SystemRequestDetails());
    }

    @Override
    public <B extends IBaseBundle, T extends IBaseResource> B search(
            Class<B> bundleType, Class<T> type, IRepositoryRestQueryContributor query, Map<String, String> headers) {
        evaluation.goOn();
        SearchParameterMap search = SearchParameterMapRepositoryRestQueryBuilder.buildFromQueryContributor(query);
        search.setLoadSynchronous(true);
        if (type.equals(Library.class)) {
            nameExactly(search);
        }
        List<IBaseResource> found =
                dao(type).search(search, new SystemRequestDetails()).getAllResources();
        if (found.size() >= mostAtOnce) {
            evaluation.tooMuch();
        }
        Bundle bundle = new Bundle();
        bundle.setType(BundleType.SEARCHSET);
        found.forEach(resource -> bundle.addEntry().setResource((Resource) resource));
        return bundleType.cast(bundle);
    }

    /** The engine means the Library of a name, a search for it also those whose names begin like it. */
    private static void nameExactly(SearchParameterMap search) {
        search.values().stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .filter(StringParam.class::isInstance)
                .forEach(name -> ((StringParam) name).setExact(true));
    }

    private <T extends IBaseResource> IFhirResourceDao<T> dao(Class<T> type) {
        return daos.getResourceDao(type);
    }

    @Override
    public <T extends IBaseResource> MethodOutcome create(T resource, Map<String, String> headers) {
        throw readOnly();
    }

    @Override
    public <T extends IBaseResource> MethodOutcome update(T resource, Map<String, String> headers) {
        throw readOnly();
    }

    @Override
    public <T extends IBaseResource, I extends IIdType> MethodOutcome delete(
            Class<T> type, I id, Map<String, String> headers) {
        throw readOnly();
    }

    private static RuntimeException readOnly() {
        return new UnsupportedOperationException("An evaluation changes no records");
    }

    @Override
    public FhirContext fhirContext() {
        return fhirContext;
    }
}
