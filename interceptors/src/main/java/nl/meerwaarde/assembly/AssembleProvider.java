package nl.meerwaarde.assembly;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import java.util.Set;
import nl.meerwaarde.definition.DefinitionSource;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.OperationParameters;
import nl.meerwaarde.fhir.Problems;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Reference;

/** The operation {@code $assemble} (SDC), at type and instance level. Stores nothing. */
public class AssembleProvider {
    private static final String CANONICAL =
            "https://w3id.org/meerwaarde/fhir/OperationDefinition/questionnaire-assemble";
    private static final String PARAMETER = "questionnaire";
    /** Types of a canonical address; in the query of a GET it is a string. */
    private static final Set<String> ADDRESSES = Set.of("uri", "canonical", "string");

    private final FhirContext fhirContext;
    private final Modules modules;
    private final DefinitionSource source;
    private final Assembler assembler;

    AssembleProvider(FhirContext fhirContext, Modules modules, DefinitionSource source, Assembler assembler) {
        this.fhirContext = fhirContext;
        this.modules = modules;
        this.source = source;
        this.assembler = assembler;
    }

    /** Assembles the Questionnaire that the parameter is or names. */
    @Operation(
            name = "$assemble",
            typeName = "Questionnaire",
            idempotent = true,
            manualRequest = true,
            canonicalUrl = CANONICAL)
    public IBaseResource assembleType(ServletRequestDetails details) {
        return assemble(questionnaire(parameters(details).theOnly(PARAMETER)));
    }

    /** Assembles the Questionnaire in the address. */
    @Operation(
            name = "$assemble",
            typeName = "Questionnaire",
            idempotent = true,
            manualRequest = true,
            canonicalUrl = CANONICAL)
    public IBaseResource assembleInstance(@IdParam IdType id, ServletRequestDetails details) {
        Set<String> given = parameters(details).names();
        if (!given.isEmpty()) {
            throw Problems.badRequest(given.stream()
                    .map(name -> OperationParameters.problem(
                            name, "is not taken here: the address says which Questionnaire"))
                    .toList());
        }
        return assemble(source.read(Questionnaire.class, id.getIdPart()));
    }

    private OperationParameters parameters(ServletRequestDetails details) {
        return OperationParameters.of(fhirContext, details, PARAMETER);
    }

    private Questionnaire questionnaire(ParametersParameterComponent parameter) {
        if (parameter.getResource() instanceof Questionnaire questionnaire) {
            return questionnaire;
        }
        if (parameter.getValue() instanceof Reference reference) {
            return referred(new IdType(reference.getReference()));
        }
        if (parameter.hasValue() && ADDRESSES.contains(parameter.getValue().fhirType())) {
            CanonicalReference canonical = CanonicalReference.parse(OperationParameters.text(parameter));
            return modules.find(canonical)
                    .orElseThrow(() -> new ResourceNotFoundException("This server has no Questionnaire " + canonical));
        }
        throw unusable();
    }

    private Questionnaire referred(IdType id) {
        if (!"Questionnaire".equals(id.getResourceType()) || !id.hasIdPart()) {
            throw unusable();
        }
        return source.read(Questionnaire.class, id.getIdPart());
    }

    private static RuntimeException unusable() {
        return Problems.badRequest(
                List.of(
                        OperationParameters.problem(
                                PARAMETER,
                                "must be a Questionnaire, its canonical address (valueUri or valueCanonical), or a reference such as Questionnaire/123")));
    }

    private IBaseResource assemble(Questionnaire modular) {
        Assembly assembly = assembler.assemble(modular);
        if (assembly instanceof Assembly.Refused refused) {
            throw Problems.unprocessable(refused.problems());
        }
        Assembly.Assembled assembled = (Assembly.Assembled) assembly;
        if (assembled.notes().isEmpty()) {
            return assembled.questionnaire();
        }
        OperationOutcome outcome = new OperationOutcome();
        assembled.notes().forEach(note -> outcome.addIssue(Problems.issue(note.about(), note.severity())));
        Parameters answer = new Parameters();
        answer.addParameter().setName("return").setResource(assembled.questionnaire());
        answer.addParameter().setName("outcome").setResource(outcome);
        return answer;
    }
}
