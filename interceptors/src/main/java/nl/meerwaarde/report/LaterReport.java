package nl.meerwaarde.report;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import nl.meerwaarde.asynchronous.AsynchronousOperation;
import nl.meerwaarde.fhir.Problems;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Resource;

/** A report about one Measure whose sender fetches it later. */
class LaterReport implements AsynchronousOperation {
    static final String CODE = "evaluate-measure";

    private final RecipientReports reports;
    private final OtherReports otherReports;

    LaterReport(RecipientReports reports, OtherReports otherReports) {
        this.reports = reports;
        this.otherReports = otherReports;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Resource answer(Map<String, List<String>> parameters, BooleanSupplier cancelled) {
        EvaluateMeasureRequest.Reading reading = EvaluateMeasureRequest.read(parameters, true);
        if (reading instanceof EvaluateMeasureRequest.Reading.Refused refused) {
            throw Problems.badRequest(refused.problems());
        }
        EvaluateMeasureRequest request = ((EvaluateMeasureRequest.Reading.Usable) reading).request();
        Iterator<Measure> others =
                otherReports.requested(request, true).values().iterator();
        return others.hasNext()
                ? otherReports.report(others.next(), request, cancelled)
                : reports.report(reports.requested(request).get(0), request);
    }
}
