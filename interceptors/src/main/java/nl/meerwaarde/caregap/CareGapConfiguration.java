package nl.meerwaarde.caregap;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import java.time.Clock;
import nl.meerwaarde.database.FactDatabase;
import nl.meerwaarde.measure.FactMeasures;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires {@code $care-gaps}. */
@Configuration(proxyBeanMethods = false)
public class CareGapConfiguration {
    @Bean
    CareGapsProvider meerwaardeCareGaps(
            FhirContext fhirContext, FactMeasures measures, DaoRegistry daos, FactDatabase database) {
        return new CareGapsProvider(
                fhirContext, measures, new Subjects(daos), new DueQuery(database.jdbc()), Clock.systemUTC());
    }
}
