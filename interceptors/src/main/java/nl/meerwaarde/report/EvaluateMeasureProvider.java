package nl.meerwaarde.report;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.meerwaarde.asynchronous.AsynchronousRequests;
import nl.meerwaarde.fhir.OperationParameters;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.measure.FactMeasure;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.IdType;

/**
 * The operation {@code $evaluate-measure}, at type and instance level, by GET and POST, answered at once or later. Reads its parameters itself, so that a wrong one is
 * named. One Measure gives a MeasureReport, several give a collection of them.
 */
public class EvaluateMeasureProvider {
    private static final String CANONICAL =
            "https://w3id.org/meerwaarde/fhir/OperationDefinition/measure-evaluate-measure";

    private final FhirContext fhirContext;
    private final RecipientReports reports;
    private final OtherReports otherReports;
    private final AsynchronousRequests asynchronous;

    EvaluateMeasureProvider(
            FhirContext fhirContext,
            RecipientReports reports,
            OtherReports otherReports,
            AsynchronousRequests asynchronous) {
        this.fhirContext = fhirContext;
        this.reports = reports;
        this.otherReports = otherReports;
        this.asynchronous = asynchronous;
    }

    /** Evaluates the Measures that the parameter {@code measure} names. */
    @Operation(
            name = "$evaluate-measure",
            typeName = "Measure",
            idempotent = true,
            manualRequest = true,
            canonicalUrl = CANONICAL)
    public IBaseResource evaluateType(ServletRequestDetails details) {
        return answer(details, OperationParameters.of(fhirContext, details).texts());
    }

    /** Evaluates the Measure in the address. */
    @Operation(
            name = "$evaluate-measure",
            typeName = "Measure",
            idempotent = true,
            manualRequest = true,
            canonicalUrl = CANONICAL)
    public IBaseResource evaluateInstance(@IdParam IdType id, ServletRequestDetails details) {
        Map<String, List<String>> texts =
                OperationParameters.of(fhirContext, details).texts();
        if (texts.containsKey(EvaluateMeasureRequest.MEASURE)) {
            throw Problems.badRequest(List.of(OperationParameters.problem(
                    EvaluateMeasureRequest.MEASURE, "does not go with a Measure in the address")));
        }
        return answer(details, withMeasure(texts, "Measure/" + id.getIdPart()));
    }

    private IBaseResource answer(ServletRequestDetails details, Map<String, List<String>> texts) {
        EvaluateMeasureRequest request = request(details, texts);
        boolean later = details.isPreferRespondAsync();
        Set<String> others = otherReports.requested(request, later).keySet();
        List<FactMeasure> requested = requestedOfFacts(request, others);
        if (later) {
            Stream<String> all = Stream.concat(
                    requested.stream().map(measure -> measure.canonical().toString()), others.stream());
            return asynchronous.accept(
                    details,
                    LaterReport.CODE,
                    all.map(measure -> withMeasure(texts, measure)).toList());
        }
        if (request.measures().size() == 1) {
            return reports.report(requested.get(0), request);
        }
        Bundle collection = new Bundle();
        collection.setType(BundleType.COLLECTION);
        requested.forEach(measure -> collection.addEntry().setResource(reports.report(measure, request)));
        return collection;
    }

    private List<FactMeasure> requestedOfFacts(EvaluateMeasureRequest request, Set<String> others) {
        EvaluateMeasureRequest ofFacts = request.without(others);
        return ofFacts.measures().isEmpty() ? List.of() : reports.requested(ofFacts);
    }

    private static Map<String, List<String>> withMeasure(Map<String, List<String>> texts, String measure) {
        Map<String, List<String>> one = new LinkedHashMap<>(texts);
        one.put(EvaluateMeasureRequest.MEASURE, List.of(measure));
        return one;
    }

    private static EvaluateMeasureRequest request(ServletRequestDetails details, Map<String, List<String>> texts) {
        boolean post = details.getRequestType() == RequestTypeEnum.POST;
        EvaluateMeasureRequest.Reading reading = EvaluateMeasureRequest.read(texts, post);
        if (reading instanceof EvaluateMeasureRequest.Reading.Refused refused) {
            throw Problems.badRequest(refused.problems());
        }
        return ((EvaluateMeasureRequest.Reading.Usable) reading).request();
    }
}
