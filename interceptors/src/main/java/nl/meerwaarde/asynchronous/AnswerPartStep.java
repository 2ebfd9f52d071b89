package nl.meerwaarde.asynchronous;

import ca.uhn.fhir.batch2.api.IJobDataSink;
import ca.uhn.fhir.batch2.api.IJobPersistence;
import ca.uhn.fhir.batch2.api.IJobStepWorker;
import ca.uhn.fhir.batch2.api.RunOutcome;
import ca.uhn.fhir.batch2.api.StepExecutionDetails;
import ca.uhn.fhir.batch2.model.JobInstance;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.util.OperationOutcomeUtil;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.hl7.fhir.instance.model.api.IBaseOperationOutcome;
import org.hl7.fhir.r4.model.Resource;

/** Answers a part. What the client did wrong is an answer too; anything else fails, and is tried again by the batch framework. */
class AnswerPartStep implements IJobStepWorker<AsynchronousParameters, RequestPart, PartAnswer> {
    private static final int SERVER_ERROR = 500;

    private final FhirContext fhirContext;
    private final IJobPersistence jobs;
    private final Map<String, AsynchronousOperation> operations;

    AnswerPartStep(FhirContext fhirContext, IJobPersistence jobs, Map<String, AsynchronousOperation> operations) {
        this.fhirContext = fhirContext;
        this.jobs = jobs;
        this.operations = Map.copyOf(operations);
    }

    @Override
    public RunOutcome run(
            StepExecutionDetails<AsynchronousParameters, RequestPart> details, IJobDataSink<PartAnswer> sink) {
        String job = details.getInstance().getInstanceId();
        sink.accept(answer(details.getParameters().operation(), details.getData(), () -> isCancelled(job)));
        return RunOutcome.SUCCESS;
    }

    private boolean isCancelled(String job) {
        return jobs.fetchInstance(job).map(JobInstance::isCancelled).orElse(true);
    }

    private PartAnswer answer(String code, RequestPart part, BooleanSupplier cancelled) {
        AsynchronousOperation operation = operations.get(code);
        if (operation == null) {
            throw new IllegalStateException("No feature answers " + code);
        }
        try {
            Resource answer = operation.answer(part.parameters(), cancelled);
            return answer.hasIdElement() && answer.getIdElement().hasIdPart()
                    ? PartAnswer.stored(part.index(), answer.fhirType() + "/" + answer.getIdPart(), false)
                    : PartAnswer.computed(part.index(), json(answer));
        } catch (BaseServerResponseException e) {
            if (e.getStatusCode() >= SERVER_ERROR) {
                throw e;
            }
            return PartAnswer.refused(part.index(), e.getStatusCode(), json((Resource) outcome(e)));
        }
    }

    private IBaseOperationOutcome outcome(BaseServerResponseException refusal) {
        IBaseOperationOutcome given = refusal.getOperationOutcome();
        if (given != null) {
            return given;
        }
        return OperationOutcomeUtil.createOperationOutcome(
                "error", String.valueOf(refusal.getMessage()), "processing", fhirContext, null);
    }

    private String json(Resource resource) {
        return fhirContext.newJsonParser().encodeResourceToString(resource);
    }
}
