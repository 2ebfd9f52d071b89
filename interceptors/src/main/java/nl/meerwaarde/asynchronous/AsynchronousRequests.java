package nl.meerwaarde.asynchronous;

import ca.uhn.fhir.batch2.api.IJobCoordinator;
import ca.uhn.fhir.batch2.api.IJobMaintenanceService;
import ca.uhn.fhir.batch2.model.JobInstanceStartRequest;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.requester.RequesterSource;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * Takes requests that are to be answered later.
 *
 * @see <a href="https://hl7.org/fhir/R5/async-bundle.html">FHIR R5, Asynchronous Interaction Request Pattern</a>, which says what R4 leaves open: that the answer is a Bundle
 */
public class AsynchronousRequests {
    static final String JOB = "MEERWAARDE_ASYNCHRONOUS_OPERATION";

    private final IJobCoordinator jobs;
    private final IJobMaintenanceService maintenance;
    private final Optional<RequesterSource> requesters;

    /** @param requesters who tells who asks; empty where nobody does */
    AsynchronousRequests(
            IJobCoordinator jobs, IJobMaintenanceService maintenance, Optional<RequesterSource> requesters) {
        this.jobs = jobs;
        this.maintenance = maintenance;
        this.requesters = requesters;
    }

    /**
     * Starts the job of a request and answers 202 with the address to poll.
     *
     * @param operation code of an {@link AsynchronousOperation}
     * @param parts parameters of each part that has an answer of its own
     */
    public OperationOutcome accept(
            ServletRequestDetails request, String operation, List<Map<String, List<String>>> parts) {
        List<RequestPart> numbered = IntStream.range(0, parts.size())
                .mapToObj(i -> new RequestPart(i, parts.get(i)))
                .toList();
        AsynchronousParameters parameters = new AsynchronousParameters(
                operation, request.getRequestPath(), requesters.flatMap(source -> source.of(request)), numbered);
        String id = jobs.startInstance(request, new JobInstanceStartRequest(JOB, parameters))
                .getInstanceId();
        maintenance.triggerMaintenancePass();
        String address = request.getFhirServerBase() + "/" + AsynchronousStatusProvider.NAME + "?"
                + AsynchronousStatusProvider.REQUEST + "=" + id;
        request.getServletResponse().setStatus(HttpServletResponse.SC_ACCEPTED);
        request.getServletResponse().setHeader("Content-Location", address);
        return note("accepted", address);
    }

    /** An OperationOutcome of one piece of information. */
    static OperationOutcome note(String key, Object... arguments) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.setLanguage("en");
        outcome.addIssue()
                .setSeverity(IssueSeverity.INFORMATION)
                .setCode(IssueType.INFORMATIONAL)
                .setDiagnosticsElement(Sentence.beside(AsynchronousRequests.class, key, arguments)
                        .element());
        return outcome;
    }
}
