package nl.meerwaarde.federation;

import java.util.ArrayList;
import java.util.List;
import nl.meerwaarde.fhir.OperationParameters;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportType;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Resource;

/**
 * The parameters of {@code $submit-data}, checked.
 *
 * @param reports at least one
 * @param records of patients; none when the reports are summaries
 */
record SubmitDataRequest(List<Sent> reports, List<SentRecord> records) {
    /** The parameter that a body of a MeasureReport alone is. */
    static final String MEASURE_REPORT = "measureReport";

    private static final String RESOURCE = "resource";

    /**
     * A report as it was sent.
     *
     * @param path where it stands in the request
     */
    record Sent(MeasureReport report, String path) {}

    /**
     * A resource of a patient's record as it was sent.
     *
     * @param path where it stands in the request
     */
    record SentRecord(Resource resource, String path) {}

    /** Whether records of patients are delivered, and not sums. */
    boolean bringsRecords() {
        return isDataCollection(reports) || !records.isEmpty();
    }

    private static boolean isDataCollection(List<Sent> reports) {
        return reports.stream().anyMatch(sent -> sent.report().getType() == MeasureReportType.DATACOLLECTION);
    }

    private static boolean isSummary(Sent sent) {
        return sent.report().getType() == MeasureReportType.SUMMARY;
    }

    /**
     * Reads the parameters.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException 400 with everything that is wrong with them, 422 when a summary brings records
     */
    static SubmitDataRequest read(OperationParameters given) {
        List<Problem> problems = new ArrayList<>();
        given.names().stream()
                .filter(name -> !name.equals(MEASURE_REPORT) && !name.equals(RESOURCE))
                .forEach(name -> problems.add(OperationParameters.problem(name, "is not a parameter of $submit-data")));
        List<ParametersParameterComponent> parameters = given.all(MEASURE_REPORT);
        if (parameters.isEmpty()) {
            problems.add(OperationParameters.problem(
                    MEASURE_REPORT, "is needed: a MeasureReport of type summary or data-collection"));
        }
        List<Sent> reports = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            String path = parameters.size() == 1 ? "MeasureReport" : MEASURE_REPORT + "[" + i + "]";
            if (parameters.get(i).getResource() instanceof MeasureReport report) {
                reports.add(new Sent(report, path));
            } else {
                problems.add(OperationParameters.problem(MEASURE_REPORT, "must be a MeasureReport"));
            }
        }
        List<SentRecord> records = records(given.all(RESOURCE), problems);
        if (reports.size() > 1
                && (isDataCollection(reports)
                        || !records.isEmpty() && !reports.stream().allMatch(SubmitDataRequest::isSummary))) {
            problems.add(OperationParameters.problem(
                    MEASURE_REPORT, "may be given once with records of patients, because they belong to one report"));
        }
        if (!problems.isEmpty()) {
            throw Problems.badRequest(problems);
        }
        if (!records.isEmpty() && reports.stream().anyMatch(SubmitDataRequest::isSummary)) {
            throw Problems.unprocessable(new Problem(
                    ProblemCode.RECORDS_NOT_TAKEN,
                    RESOURCE,
                    Sentence.beside(SubmitDataRequest.class, "records-in-summary")));
        }
        return new SubmitDataRequest(List.copyOf(reports), records);
    }

    private static List<SentRecord> records(List<ParametersParameterComponent> given, List<Problem> problems) {
        List<SentRecord> records = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String path = RESOURCE + "[" + i + "]";
            if (given.get(i).hasResource()) {
                records.add(new SentRecord(given.get(i).getResource(), path));
            } else {
                problems.add(new Problem(
                        ProblemCode.INVALID_PARAMETER, path, Sentence.beside(SubmitDataRequest.class, "no-resource")));
            }
        }
        return List.copyOf(records);
    }
}
