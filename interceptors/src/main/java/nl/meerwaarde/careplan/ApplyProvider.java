package nl.meerwaarde.careplan;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import nl.meerwaarde.fhir.OperationParameters;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;

/** The operation {@code PlanDefinition/$apply}, at type and instance level, by GET and POST. Reads its parameters itself, so that every wrong one is named. */
public class ApplyProvider {
    private static final String CANONICAL =
            "https://w3id.org/meerwaarde/fhir/OperationDefinition/plan-definition-apply";

    private final FhirContext fhirContext;
    private final Applying applying;

    ApplyProvider(FhirContext fhirContext, Applying applying) {
        this.fhirContext = fhirContext;
        this.applying = applying;
    }

    /** Applies the pathway that a parameter names. */
    @Operation(
            name = "$apply",
            typeName = "PlanDefinition",
            idempotent = true,
            manualRequest = true,
            canonicalUrl = CANONICAL)
    public IBaseResource applyType(ServletRequestDetails details) {
        return apply(null, details);
    }

    /** Applies the pathway in the address. */
    @Operation(
            name = "$apply",
            typeName = "PlanDefinition",
            idempotent = true,
            manualRequest = true,
            canonicalUrl = CANONICAL)
    public IBaseResource applyInstance(@IdParam IdType id, ServletRequestDetails details) {
        return apply(id, details);
    }

    private IBaseResource apply(@Nullable IdType id, ServletRequestDetails details) {
        ApplyRequest request =
                ApplyRequest.read(OperationParameters.of(fhirContext, details), id, details.getFhirServerBase());
        EpisodePlan plan = applying.apply(request, details);
        return request.asBundle() ? plan.transaction() : plan.whole(fhirContext);
    }
}
