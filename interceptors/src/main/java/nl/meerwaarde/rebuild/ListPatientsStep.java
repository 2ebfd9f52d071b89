package nl.meerwaarde.rebuild;

import ca.uhn.fhir.batch2.api.IFirstJobStepWorker;
import ca.uhn.fhir.batch2.api.IJobDataSink;
import ca.uhn.fhir.batch2.api.RunOutcome;
import ca.uhn.fhir.batch2.api.StepExecutionDetails;
import ca.uhn.fhir.batch2.api.VoidModel;
import java.util.ArrayList;
import java.util.List;
import nl.meerwaarde.loading.DefinitionLoader;

/** Registers definitions that the register does not know yet, then lists the patients in chunks. */
class ListPatientsStep implements IFirstJobStepWorker<RebuildParameters, PatientIds> {
    private static final int CHUNK = 100;

    private final StoredPatients patients;
    private final DefinitionLoader definitions;

    ListPatientsStep(StoredPatients patients, DefinitionLoader definitions) {
        this.patients = patients;
        this.definitions = definitions;
    }

    @Override
    public RunOutcome run(StepExecutionDetails<RebuildParameters, VoidModel> details, IJobDataSink<PatientIds> sink) {
        definitions.registerExisting();
        String only = details.getParameters().patient();
        List<String> ids = new ArrayList<>(only == null ? patients.all() : List.of(only));
        for (int start = 0; start < ids.size(); start += CHUNK) {
            sink.accept(new PatientIds(ids.subList(start, Math.min(start + CHUNK, ids.size()))));
        }
        return RunOutcome.SUCCESS;
    }
}
