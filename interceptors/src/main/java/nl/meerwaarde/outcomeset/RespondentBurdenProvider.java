package nl.meerwaarde.outcomeset;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.OperationParameters;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.Problems;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;

/**
 * The operation {@code PlanDefinition/$respondent-burden}: how many questions outcome sets ask together, at which moment and of whom. Reads its parameters
 * itself, so that a wrong one is named.
 */
public class RespondentBurdenProvider {
    private static final String CANONICAL =
            "https://w3id.org/meerwaarde/fhir/OperationDefinition/plan-definition-respondent-burden";

    private final FhirContext fhirContext;
    private final OutcomeSetCatalogue sets;
    private final NamedDefinitions named;
    private final Vocabulary vocabulary;

    RespondentBurdenProvider(
            FhirContext fhirContext, OutcomeSetCatalogue sets, NamedDefinitions named, Vocabulary vocabulary) {
        this.fhirContext = fhirContext;
        this.sets = sets;
        this.named = named;
        this.vocabulary = vocabulary;
    }

    /** Counts the sets that are named; when none is, those that are switched on. */
    @Operation(
            name = "$respondent-burden",
            typeName = "PlanDefinition",
            idempotent = true,
            manualRequest = true,
            canonicalUrl = CANONICAL)
    public IBaseResource ofSets(ServletRequestDetails details) {
        RespondentBurdenRequest request = request(details);
        return answer(request.sets().isEmpty() ? sets.switchedOn() : requested(request), request);
    }

    /** Counts the set in the address, together with those that are named. */
    @Operation(
            name = "$respondent-burden",
            typeName = "PlanDefinition",
            idempotent = true,
            manualRequest = true,
            canonicalUrl = CANONICAL)
    public IBaseResource ofSet(@IdParam IdType id, ServletRequestDetails details) {
        RespondentBurdenRequest request = request(details);
        List<OutcomeSet> all = new ArrayList<>();
        all.add(sets.withId(id.getIdPart())
                .orElseThrow(() -> new ResourceNotFoundException(
                        "PlanDefinition/" + id.getIdPart() + " is no outcome set of this server")));
        all.addAll(requested(request));
        return answer(all, request);
    }

    private RespondentBurdenRequest request(ServletRequestDetails details) {
        RespondentBurdenRequest.Reading reading =
                RespondentBurdenRequest.read(OperationParameters.of(fhirContext, details));
        if (reading instanceof RespondentBurdenRequest.Reading.Refused refused) {
            throw Problems.badRequest(refused.problems());
        }
        return ((RespondentBurdenRequest.Reading.Usable) reading).request();
    }

    private List<OutcomeSet> requested(RespondentBurdenRequest request) {
        List<OutcomeSet> found = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (CanonicalReference canonical : request.sets()) {
            Optional<OutcomeSet> set = sets.find(canonical);
            set.ifPresentOrElse(found::add, () -> problems.add(NamedDefinitions.unknownSet(canonical, "set")));
        }
        if (!problems.isEmpty()) {
            throw Problems.unprocessable(problems);
        }
        return found;
    }

    private IBaseResource answer(List<OutcomeSet> counted, RespondentBurdenRequest request) {
        List<OutcomeSet> distinct = counted.stream().distinct().toList();
        List<WholeSet> wholes = distinct.stream().map(sets::whole).toList();
        List<Problem> missing = wholes.stream()
                .flatMap(whole -> named.missing(whole, whole.set().canonical().toString()))
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            throw Problems.unprocessable(missing);
        }
        List<WholeSet.Part> parts = wholes.stream()
                .flatMap(whole -> whole.parts().stream())
                .map(part -> new WholeSet.Part(
                        part.set(),
                        part.measurements().stream().filter(request::includes).toList()))
                .toList();
        RespondentBurden burden = new RespondentBurden(
                questionnaire -> named.instrument(questionnaire).orElseThrow());
        return BurdenParameters.of(distinct, burden.sittings(parts, vocabulary.moments()));
    }
}
