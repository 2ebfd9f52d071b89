package nl.meerwaarde.consent;

import nl.meerwaarde.database.FactDatabase;
import nl.meerwaarde.derivation.PatientStep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what patients say of the use of their data. */
@Configuration(proxyBeanMethods = false)
public class ConsentConfiguration {
    @Bean
    Populations meerwaardePopulations(FactDatabase database) {
        return new Populations(database.jdbc());
    }

    @Bean
    PatientStep meerwaardeDataUse(FactDatabase database) {
        return new DataUseStep(database.jdbc());
    }
}
