package nl.meerwaarde.federation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import nl.meerwaarde.fhir.OperationParameters;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.measure.FactMeasures;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;

/** The operation {@code $submit-data}, at type and instance level: organisations deliver summary reports of their own facts, or the records of patients behind them. */
public class SubmitDataProvider {
    private static final String CANONICAL = "https://w3id.org/meerwaarde/fhir/OperationDefinition/measure-submit-data";

    private final FhirContext fhirContext;
    private final FactMeasures measures;
    private final Reception reception;
    private final RecordReception records;

    SubmitDataProvider(FhirContext fhirContext, FactMeasures measures, Reception reception, RecordReception records) {
        this.fhirContext = fhirContext;
        this.measures = measures;
        this.reception = reception;
        this.records = records;
    }

    /** Takes reports of any Measures. */
    @Operation(name = "$submit-data", typeName = "Measure", manualRequest = true, canonicalUrl = CANONICAL)
    public OperationOutcome submit(ServletRequestDetails details) {
        return received(request(details), details);
    }

    /** Takes reports of the Measure in the address. */
    @Operation(name = "$submit-data", typeName = "Measure", manualRequest = true, canonicalUrl = CANONICAL)
    public OperationOutcome submitOfMeasure(@IdParam IdType id, ServletRequestDetails details) {
        FactMeasure measure = measures.require("Measure/" + id.getIdPart());
        SubmitDataRequest request = request(details);
        List<Problem> problems = request.reports().stream()
                .filter(sent ->
                        !measure.canonical().toString().equals(sent.report().getMeasure()))
                .map(sent -> new Problem(
                        ProblemCode.NOT_POOLABLE,
                        sent.path() + ".measure",
                        Sentence.beside(SubmitDataProvider.class, "other-measure", measure.canonical())))
                .toList();
        if (!problems.isEmpty()) {
            throw Problems.unprocessable(problems);
        }
        return received(request, details);
    }

    private SubmitDataRequest request(ServletRequestDetails details) {
        return SubmitDataRequest.read(OperationParameters.of(fhirContext, details, SubmitDataRequest.MEASURE_REPORT));
    }

    private OperationOutcome received(SubmitDataRequest request, ServletRequestDetails details) {
        List<Problem> results = request.bringsRecords()
                ? records.receive(request.reports().get(0), request.records(), details)
                : reception.receive(request.reports());
        return Problems.outcome(results, IssueSeverity.INFORMATION);
    }
}
