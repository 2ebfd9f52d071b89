package nl.meerwaarde.measure;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import nl.meerwaarde.disclosure.Recipient;
import nl.meerwaarde.fhir.OperationParameters;
import nl.meerwaarde.fhir.Problems;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MeasureReport;

/** The operation {@code $evaluate-measure}, at type and instance level, by GET and POST. Reads its parameters itself, so that a wrong one is named. */
public class EvaluateMeasureProvider {
    private static final String CANONICAL =
            "https://w3id.org/meerwaarde/fhir/OperationDefinition/measure-evaluate-measure";

    private final FhirContext fhirContext;
    private final FactMeasures measures;
    private final RecipientReports reports;
    private final ReportRecipients recipients;

    EvaluateMeasureProvider(
            FhirContext fhirContext, FactMeasures measures, RecipientReports reports, ReportRecipients recipients) {
        this.fhirContext = fhirContext;
        this.measures = measures;
        this.reports = reports;
        this.recipients = recipients;
    }

    /** Evaluates the Measure that the parameter {@code measure} names. */
    @Operation(
            name = "$evaluate-measure",
            typeName = "Measure",
            idempotent = true,
            manualRequest = true,
            canonicalUrl = CANONICAL)
    public IBaseResource evaluateType(ServletRequestDetails details) {
        EvaluateMeasureRequest request = request(details, true);
        String named = String.valueOf(request.measure());
        return evaluate(named, request);
    }

    /** Evaluates the Measure in the address. */
    @Operation(
            name = "$evaluate-measure",
            typeName = "Measure",
            idempotent = true,
            manualRequest = true,
            canonicalUrl = CANONICAL)
    public IBaseResource evaluateInstance(@IdParam IdType id, ServletRequestDetails details) {
        EvaluateMeasureRequest request = request(details, false);
        return evaluate("Measure/" + id.getIdPart(), request);
    }

    private MeasureReport evaluate(String named, EvaluateMeasureRequest request) {
        FactMeasure measure = measures.require(named);
        Recipient recipient = recipients.of(request);
        return reports.report(measure, request, recipient);
    }

    private EvaluateMeasureRequest request(ServletRequestDetails details, boolean typeLevel) {
        boolean post = details.getRequestType() == RequestTypeEnum.POST;
        EvaluateMeasureRequest.Reading reading = EvaluateMeasureRequest.read(
                OperationParameters.of(fhirContext, details).texts(), typeLevel, post);
        if (reading instanceof EvaluateMeasureRequest.Reading.Refused refused) {
            throw Problems.badRequest(refused.problems());
        }
        return ((EvaluateMeasureRequest.Reading.Usable) reading).request();
    }
}
