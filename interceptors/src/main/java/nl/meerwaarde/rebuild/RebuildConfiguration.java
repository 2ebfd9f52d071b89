package nl.meerwaarde.rebuild;

import ca.uhn.fhir.batch2.api.IJobCoordinator;
import ca.uhn.fhir.batch2.api.IJobMaintenanceService;
import ca.uhn.fhir.batch2.model.JobDefinition;
import ca.uhn.fhir.jpa.api.svc.IBatch2DaoSvc;
import ca.uhn.fhir.jpa.api.svc.IIdHelperService;
import ca.uhn.fhir.jpa.model.dao.JpaPid;
import nl.meerwaarde.derivation.PatientRebuild;
import nl.meerwaarde.loading.DefinitionLoader;
import nl.meerwaarde.record.PatientRecords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Wires the rebuild job into the host's batch framework. */
@Configuration(proxyBeanMethods = false)
public class RebuildConfiguration {
    @Bean
    JobDefinition<RebuildParameters> meerwaardeRebuildJob(
            IBatch2DaoSvc batch,
            IIdHelperService<JpaPid> ids,
            PatientRecords records,
            PlatformTransactionManager transactions,
            DefinitionLoader definitions,
            PatientRebuild rebuild) {
        return JobDefinition.newBuilder()
                .setJobDefinitionId(RebuildProvider.JOB)
                .setJobDescription("Rebuilds scores and outcome facts from the stored resources")
                .setJobDefinitionVersion(1)
                .setParametersType(RebuildParameters.class)
                .addFirstStep(
                        "list-patients",
                        "Lists the patients",
                        PatientIds.class,
                        new ListPatientsStep(new StoredPatients(batch, ids, records, transactions), definitions))
                .addLastStep("rebuild-patients", "Rebuilds each patient", new RebuildPatientsStep(rebuild))
                .build();
    }

    @Bean
    RebuildProvider meerwaardeRebuild(IJobCoordinator jobs, IJobMaintenanceService maintenance) {
        return new RebuildProvider(jobs, maintenance);
    }
}
