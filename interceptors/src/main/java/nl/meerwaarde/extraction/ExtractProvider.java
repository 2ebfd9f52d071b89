package nl.meerwaarde.extraction;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.ArrayList;
import java.util.List;
import nl.meerwaarde.fhir.OperationParameters;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;

/** The operation {@code $extract}, at type and instance level. Returns a transaction and never runs it. */
public class ExtractProvider {
    private static final String CANONICAL =
            "https://w3id.org/meerwaarde/fhir/OperationDefinition/questionnaire-response-extract";

    private final FhirContext fhirContext;
    private final Extracting extracting;

    ExtractProvider(FhirContext fhirContext, Extracting extracting) {
        this.fhirContext = fhirContext;
        this.extracting = extracting;
    }

    /** Extracts from the response that the request brings along. */
    @Operation(
            name = "$extract",
            typeName = "QuestionnaireResponse",
            idempotent = true,
            manualRequest = true,
            canonicalUrl = CANONICAL)
    public IBaseResource extractType(ServletRequestDetails details) {
        return extract(null, details);
    }

    /** Extracts from the response in the address. */
    @Operation(
            name = "$extract",
            typeName = "QuestionnaireResponse",
            idempotent = true,
            manualRequest = true,
            canonicalUrl = CANONICAL)
    public IBaseResource extractInstance(@IdParam IdType id, ServletRequestDetails details) {
        return extract(id, details);
    }

    private Parameters extract(@Nullable IdType id, ServletRequestDetails details) {
        ExtractRequest asked = ExtractRequest.read(OperationParameters.of(fhirContext, details), id == null);
        Extraction.Result.Extracted extracted = extracting.extract(asked, id, details);
        List<Problem> issues = new ArrayList<>(extracted.leftOut());
        Parameters answer = new Parameters();
        if (extracted.transaction().hasEntry()) {
            answer.addParameter().setName("return").setResource(extracted.transaction());
        } else {
            issues.add(new Problem(
                    ProblemCode.NOTHING_TO_EXTRACT,
                    "",
                    "The response holds nothing that its Questionnaire says to extract."));
        }
        if (!issues.isEmpty()) {
            answer.addParameter().setName("issues").setResource(Problems.outcome(issues, IssueSeverity.WARNING));
        }
        return answer;
    }
}
