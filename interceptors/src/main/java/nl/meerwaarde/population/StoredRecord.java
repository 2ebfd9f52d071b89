package nl.meerwaarde.population;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeResourceDefinition;
import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.searchparam.MatchUrlService;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.SortOrderEnum;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.DateParam;
import ca.uhn.fhir.rest.param.ParamPrefixEnum;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.util.SearchParameterUtil;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.Code;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;

/**
 * What this server has of the patient, read as the one who asks: HAPI's hooks on reading see the caller's own request, so that nobody finds in a form what
 * he may not see elsewhere.
 */
final class StoredRecord implements SubjectRecord {
    /** Most forms are answered by the newest few Observations of all their codes; the rest is read a page at a time, only as far as needed. */
    private static final int PAGE = 100;
    /** Most results of a form's own query. */
    static final int MOST_FOUND = 200;
    /** Who and where: not in anybody's record, and needed to fill in a name or a place. */
    private static final Set<String> DIRECTORY =
            Set.of("Practitioner", "PractitionerRole", "Organization", "Location", "HealthcareService", "Medication");

    private final FhirContext fhirContext;
    private final DaoRegistry daos;
    private final MatchUrlService queries;
    private final RequestDetails request;
    private final String patient;
    private final List<Observation> newest = new ArrayList<>();
    private Set<Code> expected = Set.of();
    private Instant expectedSince = Instant.MAX;

    StoredRecord(
            FhirContext fhirContext,
            DaoRegistry daos,
            MatchUrlService queries,
            RequestDetails request,
            String patient) {
        this.fhirContext = fhirContext;
        this.daos = daos;
        this.queries = queries;
        this.request = request;
        this.patient = patient;
    }

    /** Reads the newest Observations of several codes at once, because one search costs as much as the next. */
    void expect(Set<Code> codes, Instant since) {
        newest.clear();
        newest.addAll(page(codes, since, 0));
        expected = Set.copyOf(codes);
        expectedSince = since;
    }

    @Override
    public Optional<Resource> read(String reference) {
        IdType id = new IdType(reference);
        boolean elsewhere = id.isAbsolute() && !id.getBaseUrl().equals(request.getFhirServerBase());
        if (elsewhere
                || !id.hasResourceType()
                || !id.hasIdPart()
                || !daos.isResourceTypeSupported(id.getResourceType())) {
            return Optional.empty();
        }
        try {
            return Optional.of(bare(daos.getResourceDao(id.getResourceType())
                    .read(new IdType(id.getResourceType(), id.getIdPart()), request)));
        } catch (ResourceNotFoundException | ResourceGoneException | InvalidRequestException e) {
            return Optional.empty();
        }
    }

    @Override
    public Stream<Observation> observations(Set<Code> codes, Instant since) {
        boolean read = expected.containsAll(codes) && !since.isBefore(expectedSince);
        Stream<Observation> first = read ? among(newest, codes, since) : Stream.empty();
        if (read && newest.size() < PAGE) {
            return first;
        }
        Set<String> seen = new HashSet<>();
        return Stream.concat(first, paged(codes, since))
                .filter(observation -> seen.add(observation.getIdElement().getIdPart()));
    }

    private static Stream<Observation> among(List<Observation> read, Set<Code> codes, Instant since) {
        return read.stream()
                .filter(observation -> Code.of(observation.getCode()).stream().anyMatch(codes::contains))
                .filter(observation -> ObservationTime.mayLieSince(observation, since));
    }

    private Stream<Observation> paged(Set<Code> codes, Instant since) {
        return IntStream.iterate(0, offset -> offset + PAGE)
                .mapToObj(offset -> page(codes, since, offset))
                .takeWhile(page -> !page.isEmpty())
                .flatMap(List::stream);
    }

    private List<Observation> page(Set<Code> codes, Instant since, int offset) {
        TokenOrListParam anyCode = new TokenOrListParam();
        codes.stream()
                .sorted(Comparator.comparing(Code::key))
                .forEach(code -> anyCode.add(new TokenParam(code.system(), code.code())));
        TokenOrListParam certain = new TokenOrListParam();
        SentRecord.CERTAIN.forEach(status -> certain.add(new TokenParam(status.toCode())));
        SearchParameterMap search = SearchParameterMap.newSynchronous()
                .add(Observation.SP_SUBJECT, new ReferenceParam("Patient/" + patient))
                .add(Observation.SP_CODE, anyCode)
                .add(Observation.SP_STATUS, certain)
                .add(Observation.SP_DATE, new DateParam(ParamPrefixEnum.GREATERTHAN_OR_EQUALS, Date.from(since)));
        search.setSort(new SortSpec(Observation.SP_DATE, SortOrderEnum.DESC)
                .setChain(new SortSpec("_lastUpdated", SortOrderEnum.DESC)));
        search.setOffset(offset);
        search.setLoadSynchronousUpTo(PAGE);
        return resources(daos.getResourceDao(Observation.class), search).stream()
                .map(Observation.class::cast)
                .toList();
    }

    @Override
    public Optional<Found> search(RecordQuery query) {
        if (!daos.isResourceTypeSupported(query.resourceType())) {
            throw new UnusableQuery("There is no resource type " + query.resourceType() + " here.");
        }
        RuntimeResourceDefinition type = fhirContext.getResourceDefinition(query.resourceType());
        SearchParameterMap search = parsed(query, type);
        restrict(search, type);
        int most = Math.min(search.getCount() == null ? MOST_FOUND : search.getCount(), MOST_FOUND);
        search.setLoadSynchronous(true);
        search.setCount(null);
        search.setLoadSynchronousUpTo(most + 1);
        List<Resource> found = resources(daos.getResourceDao(query.resourceType()), search);
        Bundle searchset = new Bundle().setType(BundleType.SEARCHSET);
        found.stream().limit(most).forEach(resource -> searchset.addEntry().setResource(resource));
        return Optional.of(new Found(searchset, found.size() <= most));
    }

    private SearchParameterMap parsed(RecordQuery query, RuntimeResourceDefinition type) {
        try {
            return queries.translateMatchUrl(query.resourceType() + "?" + query.parameters(), type);
        } catch (RuntimeException e) {
            throw new UnusableQuery("The query cannot be read: unknown parameters or wrong values.");
        }
    }

    /** Whatever the query says, it is about this patient. */
    private void restrict(SearchParameterMap search, RuntimeResourceDefinition type) {
        if (type.getName().equals("Patient")) {
            search.add("_id", new TokenParam(patient));
        } else if (!type.getSearchParamsForCompartmentName("Patient").isEmpty()) {
            search.add(patientParameter(type), new ReferenceParam("Patient/" + patient));
        } else if (!DIRECTORY.contains(type.getName())) {
            throw new UnusableQuery("Forms may look for what is in a patient's record, and for "
                    + String.join(", ", new TreeSet<>(DIRECTORY)) + "; not for " + type.getName() + ".");
        }
    }

    private String patientParameter(RuntimeResourceDefinition type) {
        try {
            return SearchParameterUtil.getOnlyPatientSearchParamForResourceType(fhirContext, type.getName())
                    .map(RuntimeSearchParam::getName)
                    .orElseThrow(IllegalArgumentException::new);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new UnusableQuery(
                    "It is not known by which parameter a " + type.getName() + " belongs to a patient.");
        }
    }

    /** A query that is not run, with a sentence for the one who made the form. */
    static final class UnusableQuery extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnusableQuery(String sentence) {
            super(sentence);
        }
    }

    /** Not HAPI's ordinary search, whose page is that of the request which is being answered, however many are asked for here. */
    private List<Resource> resources(IFhirResourceDao<? extends IBaseResource> dao, SearchParameterMap search) {
        return dao.searchForResources(search, request).stream()
                .map(StoredRecord::bare)
                .toList();
    }

    /** FHIRPath's {@code id} is the whole of HAPI's id, with type and version; forms mean the bare one. */
    private static Resource bare(IBaseResource resource) {
        Resource bare = (Resource) resource;
        bare.setId(bare.getIdElement().getIdPart());
        return bare;
    }
}
