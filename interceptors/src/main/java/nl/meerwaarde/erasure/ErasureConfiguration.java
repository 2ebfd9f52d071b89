package nl.meerwaarde.erasure;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Period;
import nl.meerwaarde.cell.ReleasedPatients;
import nl.meerwaarde.database.FactDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Wires {@code Patient/$erase} and {@code Patient/$retention-due}. */
@Configuration(proxyBeanMethods = false)
public class ErasureConfiguration {
    /** Setting: how long a record is kept after its last change. */
    private static final String RETENTION = "meerwaarde.erasure.retention";

    /** As the law has it in the Netherlands (Burgerlijk Wetboek 7, article 454). */
    private static final Period TWENTY_YEARS = Period.ofYears(20);

    @Bean
    EraseProvider meerwaardeErase(
            FhirContext fhirContext, DaoRegistry daos, EntityManager entityManager, FactDatabase database) {
        return new EraseProvider(
                fhirContext,
                new Erasure(
                        daos,
                        new PatientResources(fhirContext, daos),
                        new References(entityManager),
                        new ReleasedPatients(database.jdbc()),
                        database.jdbc()));
    }

    @Bean
    RetentionDueProvider meerwaardeRetentionDue(
            FhirContext fhirContext, DaoRegistry daos, FactDatabase database, Environment environment) {
        return new RetentionDueProvider(
                fhirContext,
                new RetentionDue(daos, new PatientResources(fhirContext, daos), database.jdbc()),
                environment.getProperty(RETENTION, Period.class, TWENTY_YEARS),
                Clock.systemUTC());
    }
}
