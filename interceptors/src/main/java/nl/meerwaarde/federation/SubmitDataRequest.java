package nl.meerwaarde.federation;

import java.util.ArrayList;
import java.util.List;
import nl.meerwaarde.fhir.OperationParameters;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;

/**
 * The parameters of {@code $submit-data}, checked.
 *
 * @param reports at least one
 */
record SubmitDataRequest(List<Sent> reports) {
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
     * Reads the parameters.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException 400 with everything that is wrong with them, 422 when they bring records
     */
    static SubmitDataRequest read(OperationParameters given) {
        List<Problem> problems = new ArrayList<>();
        given.names().stream()
                .filter(name -> !name.equals(MEASURE_REPORT) && !name.equals(RESOURCE))
                .forEach(name -> problems.add(OperationParameters.problem(name, "is not a parameter of $submit-data")));
        List<ParametersParameterComponent> parameters = given.all(MEASURE_REPORT);
        if (parameters.isEmpty()) {
            problems.add(OperationParameters.problem(MEASURE_REPORT, "is needed: a MeasureReport of type summary"));
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
        if (!problems.isEmpty()) {
            throw Problems.badRequest(problems);
        }
        if (!given.all(RESOURCE).isEmpty()) {
            throw Problems.unprocessable(new Problem(
                    ProblemCode.RECORDS_NOT_TAKEN,
                    RESOURCE,
                    Sentence.beside(SubmitDataRequest.class, "records-not-taken")));
        }
        return new SubmitDataRequest(List.copyOf(reports));
    }
}
