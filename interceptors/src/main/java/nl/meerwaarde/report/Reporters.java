package nl.meerwaarde.report;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.TokenParam;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meerwaarde.cell.Reporter;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamParticipantComponent;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** Who reports. A team reports what it says to own, of the episodes that name it, at the organisations it consists of. */
class Reporters {
    private final DaoRegistry daos;

    Reporters(DaoRegistry daos) {
        this.daos = daos;
    }

    /**
     * The reporter of a request.
     *
     * @param reference {@code Type/id} or null
     * @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException 404 when there is no such team, 422 with each Measure whose outcomes it does not own
     */
    Reporter of(@Nullable String reference, List<FactMeasure> measures) {
        if (reference == null) {
            return Reporter.EVERYBODY;
        }
        IdType id = new IdType(reference);
        return switch (id.getResourceType()) {
            case "Practitioner" -> new Reporter.OfPractitioner(id.getIdPart());
            case "CareTeam" -> team(id, measures);
            default -> new Reporter.OfOrganization(id.getIdPart());
        };
    }

    private Reporter team(IdType id, List<FactMeasure> measures) {
        CareTeam team = find(id).orElseThrow(() -> Problems.notFound(List.of(problem("unknown-team", id.getValue()))));
        SortedSet<String> organizations = organizations(team);
        Stream<Problem> unowned = measures.stream()
                .filter(measure -> !owns(team, measure))
                .map(measure -> problem("not-owned", id.getValue(), measure.canonical()));
        Stream<Problem> nowhere =
                organizations.isEmpty() ? Stream.of(problem("no-organization", id.getValue())) : Stream.empty();
        List<Problem> problems = Stream.concat(unowned, nowhere).toList();
        if (!problems.isEmpty()) {
            throw Problems.unprocessable(problems);
        }
        return new Reporter.OfTeam(id.getIdPart(), organizations);
    }

    /** Searched for, because reading what is not there spoils a transaction. The team of one patient reports nothing, and nobody learns from a refusal that it is there. */
    private Optional<CareTeam> find(IdType id) {
        SearchParameterMap byId = SearchParameterMap.newSynchronous("_id", new TokenParam(id.getIdPart()));
        return daos.getResourceDao(CareTeam.class).search(byId, new SystemRequestDetails()).getAllResources().stream()
                .map(CareTeam.class::cast)
                .filter(team -> !"Patient"
                        .equals(team.getSubject().getReferenceElement().getResourceType()))
                .findFirst();
    }

    private static boolean owns(CareTeam team, FactMeasure measure) {
        return team.getExtension().stream()
                .filter(extension -> Canonicals.Extensions.OWNED_OUTCOMES.equals(extension.getUrl()))
                .filter(extension ->
                        extension.hasValue() && extension.getValue().hasPrimitiveValue())
                .map(extension -> CanonicalReference.parse(extension.getValue().primitiveValue()))
                .anyMatch(owned -> owned.url().equals(measure.canonical().url())
                        && (owned.version() == null
                                || owned.version().equals(measure.canonical().version())));
    }

    /** The houses that answer for it, those that take part, and those on whose behalf somebody does. */
    private static SortedSet<String> organizations(CareTeam team) {
        Stream<Reference> participants = team.getParticipant().stream()
                .flatMap((CareTeamParticipantComponent participant) ->
                        Stream.of(participant.getOnBehalfOf(), participant.getMember()));
        return Stream.concat(team.getManagingOrganization().stream(), participants)
                .map(Reference::getReferenceElement)
                .filter(reference -> "Organization".equals(reference.getResourceType()))
                .map(reference -> reference.getIdPart())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Problem problem(String key, Object... arguments) {
        ProblemCode code = key.equals("unknown-team") ? ProblemCode.UNKNOWN_REPORTER : ProblemCode.NOT_THE_REPORTERS;
        return new Problem(code, "reporter", Sentence.beside(Reporters.class, key, arguments));
    }
}
