package nl.meerwaarde.asynchronous;

import ca.uhn.fhir.batch2.api.IFirstJobStepWorker;
import ca.uhn.fhir.batch2.api.IJobDataSink;
import ca.uhn.fhir.batch2.api.RunOutcome;
import ca.uhn.fhir.batch2.api.StepExecutionDetails;
import ca.uhn.fhir.batch2.api.VoidModel;

/** Divides a request into its parts, which several nodes may answer at once. */
class ListPartsStep implements IFirstJobStepWorker<AsynchronousParameters, RequestPart> {
    @Override
    public RunOutcome run(
            StepExecutionDetails<AsynchronousParameters, VoidModel> details, IJobDataSink<RequestPart> sink) {
        details.getParameters().parts().forEach(sink::accept);
        return RunOutcome.SUCCESS;
    }
}
