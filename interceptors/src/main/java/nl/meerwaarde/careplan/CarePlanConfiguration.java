package nl.meerwaarde.careplan;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import java.time.Clock;
import nl.meerwaarde.definition.DefinitionRegister;
import nl.meerwaarde.definition.DefinitionSource;
import nl.meerwaarde.instrument.InstrumentCatalogue;
import nl.meerwaarde.outcomeset.OutcomeSetCatalogue;
import nl.meerwaarde.pathway.PathwayCatalogue;
import nl.meerwaarde.record.PatientRecords;
import nl.meerwaarde.wording.WordingPolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires plans of care. */
@Configuration(proxyBeanMethods = false)
public class CarePlanConfiguration {
    @Bean
    ApplyProvider meerwaardeApply(FhirContext fhirContext, Applying applying) {
        return new ApplyProvider(fhirContext, applying);
    }

    @Bean
    ChangeVersionProvider meerwaardeChangeVersion(FhirContext fhirContext, Applying applying) {
        return new ChangeVersionProvider(fhirContext, applying);
    }

    @Bean
    Applying meerwaardeApplying(
            DaoRegistry daos,
            DefinitionRegister register,
            DefinitionSource source,
            PathwayCatalogue pathways,
            OutcomeSetCatalogue sets,
            InstrumentCatalogue instruments,
            WordingPolicy wording,
            PatientRecords records) {
        return new Applying(
                daos,
                new PlanTemplates(register, source),
                pathways,
                sets,
                instruments,
                wording,
                records,
                Clock.systemUTC());
    }
}
