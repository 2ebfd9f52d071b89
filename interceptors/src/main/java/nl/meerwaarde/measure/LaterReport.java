package nl.meerwaarde.measure;

import java.util.List;
import java.util.Map;
import nl.meerwaarde.asynchronous.AsynchronousOperation;
import nl.meerwaarde.fhir.Problems;
import org.hl7.fhir.r4.model.Resource;

/** A report about one Measure whose sender fetches it later. */
class LaterReport implements AsynchronousOperation {
    static final String CODE = "evaluate-measure";

    private final RecipientReports reports;

    LaterReport(RecipientReports reports) {
        this.reports = reports;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Resource answer(Map<String, List<String>> parameters) {
        EvaluateMeasureRequest.Reading reading = EvaluateMeasureRequest.read(parameters, true);
        if (reading instanceof EvaluateMeasureRequest.Reading.Refused refused) {
            throw Problems.badRequest(refused.problems());
        }
        EvaluateMeasureRequest request = ((EvaluateMeasureRequest.Reading.Usable) reading).request();
        return reports.report(reports.requested(request).get(0), request);
    }
}
