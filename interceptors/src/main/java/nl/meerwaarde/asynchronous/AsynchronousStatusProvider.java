package nl.meerwaarde.asynchronous;

import ca.uhn.fhir.batch2.api.IJobCoordinator;
import ca.uhn.fhir.batch2.api.IJobMaintenanceService;
import ca.uhn.fhir.batch2.model.JobInstance;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import ca.uhn.fhir.util.JsonUtil;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.meerwaarde.fhir.OperationParameters;
import nl.meerwaarde.fhir.ParameterReading;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.requester.RequesterSource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Resource;

/** The operation {@code $async-status}: GET says how far a request is, and gives its answers when it is done; DELETE cancels it, or throws its answers away. */
public class AsynchronousStatusProvider {
    static final String NAME = "$async-status";
    static final String REQUEST = "request";

    private static final String CANONICAL = "https://w3id.org/meerwaarde/fhir/OperationDefinition/async-status";

    /** Asking starts the next step of the job, so that asking soon is not in vain. */
    private static final String SECONDS_TO_WAIT = "1";

    private final FhirContext fhirContext;
    private final IJobCoordinator jobs;
    private final IJobMaintenanceService maintenance;
    private final StoredAnswers stored;
    private final Optional<RequesterSource> requesters;

    /** @param requesters who tells who asks; where nobody does, whoever knows the address may look */
    AsynchronousStatusProvider(
            FhirContext fhirContext,
            IJobCoordinator jobs,
            IJobMaintenanceService maintenance,
            StoredAnswers stored,
            Optional<RequesterSource> requesters) {
        this.fhirContext = fhirContext;
        this.jobs = jobs;
        this.maintenance = maintenance;
        this.stored = stored;
        this.requesters = requesters;
    }

    /** How far a request is, or the end of it. */
    @Operation(name = NAME, idempotent = true, deleteEnabled = true, manualRequest = true, canonicalUrl = CANONICAL)
    public Resource status(ServletRequestDetails details) {
        JobInstance job = job(request(details), details);
        if (details.getRequestType() == RequestTypeEnum.DELETE) {
            return cancel(job, details.getServletResponse());
        }
        return switch (job.getStatus()) {
            case COMPLETED -> bundle(answers(job));
            case FAILED, CANCELLED ->
                throw new InternalErrorException("The request could not be answered; the log of the server says why.");
            default -> inProgress(job, details.getServletResponse());
        };
    }

    private String request(ServletRequestDetails details) {
        ParameterReading parameters = new ParameterReading(
                NAME, OperationParameters.of(fhirContext, details).texts());
        parameters.refuseUnknown(Set.of(REQUEST));
        Optional<String> request = parameters.single(REQUEST);
        if (request.isEmpty()) {
            parameters.problem(REQUEST, "is needed: it stands in the Content-Location of the answer to the request");
        }
        if (!parameters.problems().isEmpty()) {
            throw Problems.badRequest(parameters.problems());
        }
        return request.orElseThrow();
    }

    private JobInstance job(String request, ServletRequestDetails details) {
        JobInstance job;
        try {
            job = jobs.getInstance(request);
        } catch (ResourceNotFoundException e) {
            throw unknown(request);
        }
        if (!AsynchronousRequests.JOB.equals(job.getJobDefinitionId())
                || job.isCancelled()
                || !isForItsAsker(job, details)) {
            throw unknown(request);
        }
        return job;
    }

    /** Somebody else's is as unknown as none. */
    private boolean isForItsAsker(JobInstance job, ServletRequestDetails details) {
        return requesters
                .flatMap(source -> source.of(details))
                .map(caller -> caller.isAnybody()
                        || job.getParameters(AsynchronousParameters.class).isOf(caller))
                .orElse(true);
    }

    private static RuntimeException unknown(String request) {
        return Problems.notFound(List.of(new Problem(
                ProblemCode.UNKNOWN_REQUEST,
                REQUEST,
                Sentence.beside(AsynchronousStatusProvider.class, "unknown-request", request))));
    }

    private Resource cancel(JobInstance job, HttpServletResponse response) {
        jobs.cancelInstance(job.getInstanceId());
        maintenance.triggerMaintenancePass();
        answers(job).forEach(stored::delete);
        response.setStatus(HttpServletResponse.SC_ACCEPTED);
        return AsynchronousRequests.note("cancelled");
    }

    private Resource inProgress(JobInstance job, HttpServletResponse response) {
        maintenance.triggerMaintenancePass();
        response.setStatus(HttpServletResponse.SC_ACCEPTED);
        response.setHeader("Retry-After", SECONDS_TO_WAIT);
        response.setHeader("X-Progress", String.format(Locale.ROOT, "%.0f %%", job.getProgress() * 100));
        return AsynchronousRequests.note("in-progress");
    }

    private static List<PartAnswer> answers(JobInstance job) {
        return job.getReport() == null
                ? List.of()
                : JsonUtil.deserialize(job.getReport(), RequestAnswers.class).answers();
    }

    private Bundle bundle(List<PartAnswer> answers) {
        Bundle bundle = new Bundle();
        bundle.setType(BundleType.BATCHRESPONSE);
        answers.forEach(answer -> bundle.addEntry(entry(answer)));
        return bundle;
    }

    private BundleEntryComponent entry(PartAnswer answer) {
        BundleEntryComponent entry = new BundleEntryComponent();
        if (answer.location().isEmpty()) {
            entry.getResponse().setStatus(String.valueOf(answer.status())).setOutcome((Resource)
                    fhirContext.newJsonParser().parseResource(answer.resource()));
            return entry;
        }
        Optional<Resource> resource = stored.find(answer);
        entry.getResponse().setStatus(resource.isPresent() ? "200" : "410").setLocation(answer.location());
        resource.ifPresent(entry::setResource);
        return entry;
    }
}
