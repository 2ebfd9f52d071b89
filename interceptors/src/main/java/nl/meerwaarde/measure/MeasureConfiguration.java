package nl.meerwaarde.measure;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import nl.meerwaarde.definition.DefinitionRegister;
import nl.meerwaarde.definition.DefinitionSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what Measures ask. */
@Configuration(proxyBeanMethods = false)
public class MeasureConfiguration {
    @Bean
    FactMeasureRules meerwaardeFactMeasureRules() {
        return new FactMeasureRules();
    }

    @Bean
    FactMeasures meerwaardeFactMeasures(DefinitionRegister register, DefinitionSource source, DaoRegistry daos) {
        return new FactMeasures(register, source, daos);
    }
}
