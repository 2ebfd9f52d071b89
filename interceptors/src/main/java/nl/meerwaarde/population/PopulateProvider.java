package nl.meerwaarde.population;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import nl.meerwaarde.fhir.OperationParameters;
import nl.meerwaarde.fhir.Problems;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;

/** The operation {@code $populate}, at type and instance level, by GET and POST. Reads its parameters itself, so that every wrong one is named. */
public class PopulateProvider {
    private static final String CANONICAL =
            "https://w3id.org/meerwaarde/fhir/OperationDefinition/questionnaire-populate";

    private final FhirContext fhirContext;
    private final Populating populating;

    PopulateProvider(FhirContext fhirContext, Populating populating) {
        this.fhirContext = fhirContext;
        this.populating = populating;
    }

    /** Populates the Questionnaire that a parameter names or brings along. */
    @Operation(
            name = "$populate",
            typeName = "Questionnaire",
            idempotent = true,
            manualRequest = true,
            canonicalUrl = CANONICAL)
    public IBaseResource populateType(ServletRequestDetails details) {
        return populate(null, details);
    }

    /** Populates the Questionnaire in the address. */
    @Operation(
            name = "$populate",
            typeName = "Questionnaire",
            idempotent = true,
            manualRequest = true,
            canonicalUrl = CANONICAL)
    public IBaseResource populateInstance(@IdParam IdType id, ServletRequestDetails details) {
        return populate(id, details);
    }

    private Parameters populate(@Nullable IdType id, ServletRequestDetails details) {
        OperationParameters given = OperationParameters.of(fhirContext, details);
        Population.Result result =
                populating.populate(PopulateRequest.read(given, id, details.getFhirServerBase()), details);
        Parameters answer = new Parameters();
        answer.addParameter().setName("response").setResource(result.response());
        if (!result.issues().isEmpty()) {
            answer.addParameter()
                    .setName("issues")
                    .setResource(Problems.outcome(result.issues(), IssueSeverity.WARNING));
        }
        return answer;
    }
}
