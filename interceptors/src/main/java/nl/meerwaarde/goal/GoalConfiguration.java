package nl.meerwaarde.goal;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import jakarta.persistence.EntityManager;
import nl.meerwaarde.derivation.PatientStep;
import nl.meerwaarde.record.PatientRecords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires personal goals. */
@Configuration(proxyBeanMethods = false)
public class GoalConfiguration {
    @Bean
    PatientStep meerwaardeGoals(DaoRegistry daos, PatientRecords records, EntityManager entityManager) {
        return new GoalStep(daos, records, entityManager);
    }
}
