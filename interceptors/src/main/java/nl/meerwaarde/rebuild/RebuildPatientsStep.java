package nl.meerwaarde.rebuild;

import ca.uhn.fhir.batch2.api.IJobDataSink;
import ca.uhn.fhir.batch2.api.IJobStepWorker;
import ca.uhn.fhir.batch2.api.RunOutcome;
import ca.uhn.fhir.batch2.api.StepExecutionDetails;
import ca.uhn.fhir.batch2.api.VoidModel;
import nl.meerwaarde.derivation.PatientRebuild;

/** Rebuilds the patients of a chunk. Repeating a chunk after a failure changes nothing more. */
class RebuildPatientsStep implements IJobStepWorker<RebuildParameters, PatientIds, VoidModel> {
    private final PatientRebuild rebuild;

    RebuildPatientsStep(PatientRebuild rebuild) {
        this.rebuild = rebuild;
    }

    @Override
    public RunOutcome run(StepExecutionDetails<RebuildParameters, PatientIds> details, IJobDataSink<VoidModel> sink) {
        details.getData().ids().forEach(rebuild::rebuild);
        return new RunOutcome(details.getData().ids().size());
    }
}
