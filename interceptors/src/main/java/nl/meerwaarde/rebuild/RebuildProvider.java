package nl.meerwaarde.rebuild;

import ca.uhn.fhir.batch2.api.IJobCoordinator;
import ca.uhn.fhir.batch2.api.IJobMaintenanceService;
import ca.uhn.fhir.batch2.model.JobInstance;
import ca.uhn.fhir.batch2.model.JobInstanceStartRequest;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UrlType;
import org.jspecify.annotations.Nullable;

/** The operation {@code $rebuild-outcome-facts}: POST starts the job, GET with {@code jobId} says how far it is. */
public class RebuildProvider {
    static final String JOB = "MEERWAARDE_REBUILD_OUTCOME_FACTS";

    private static final String CANONICAL =
            "https://w3id.org/meerwaarde/fhir/OperationDefinition/rebuild-outcome-facts";

    private final IJobCoordinator jobs;
    private final IJobMaintenanceService maintenance;

    RebuildProvider(IJobCoordinator jobs, IJobMaintenanceService maintenance) {
        this.jobs = jobs;
        this.maintenance = maintenance;
    }

    /** Starts a rebuild of all patients, or tells the progress of one that was started. */
    @Operation(name = "$rebuild-outcome-facts", idempotent = true, canonicalUrl = CANONICAL)
    public Parameters rebuildAll(
            @OperationParam(name = "jobId", min = 0, max = 1) @Nullable StringType jobId,
            ServletRequestDetails request) {
        if (request.getRequestType() == RequestTypeEnum.GET) {
            return progress(jobId);
        }
        return start(null, request);
    }

    /** Starts a rebuild of one patient. */
    @Operation(name = "$rebuild-outcome-facts", typeName = "Patient", canonicalUrl = CANONICAL)
    public Parameters rebuildPatient(@IdParam IdType patient, ServletRequestDetails request) {
        return start(patient.getIdPart(), request);
    }

    /** Jobs wait for the next maintenance pass, which comes once a minute; asking for one now starts ours at once. */
    private Parameters start(@Nullable String patient, ServletRequestDetails request) {
        String id = jobs.startInstance(request, new JobInstanceStartRequest(JOB, new RebuildParameters(patient)))
                .getInstanceId();
        maintenance.triggerMaintenancePass();
        Parameters parameters = new Parameters();
        parameters.addParameter("jobId", new StringType(id));
        parameters.addParameter(
                "statusUrl", new UrlType(request.getFhirServerBase() + "/$rebuild-outcome-facts?jobId=" + id));
        return parameters;
    }

    private Parameters progress(@Nullable StringType jobId) {
        if (jobId == null || jobId.isEmpty()) {
            throw Problems.badRequest(List.of(new Problem(
                    ProblemCode.INVALID_PARAMETER,
                    "jobId",
                    "Parameter jobId is needed to see how far a rebuild is; POST starts one.")));
        }
        maintenance.triggerMaintenancePass();
        JobInstance job = find(jobId.getValue());
        Parameters parameters = new Parameters();
        parameters.addParameter("jobId", new StringType(job.getInstanceId()));
        parameters.addParameter(
                "status",
                new CodeType(job.getStatus()
                        .name()
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace('_', '-')));
        parameters.addParameter("progress", new DecimalType(job.getProgress()));
        if (job.getCombinedRecordsProcessed() != null) {
            parameters.addParameter("patients", new IntegerType(job.getCombinedRecordsProcessed()));
        }
        if (job.getErrorMessage() != null) {
            parameters.addParameter("error", new StringType(job.getErrorMessage()));
        }
        return parameters;
    }

    private JobInstance find(String jobId) {
        JobInstance job = jobs.getInstance(jobId);
        if (!JOB.equals(job.getJobDefinitionId())) {
            throw new ResourceNotFoundException("There is no rebuild job " + jobId);
        }
        return job;
    }
}
