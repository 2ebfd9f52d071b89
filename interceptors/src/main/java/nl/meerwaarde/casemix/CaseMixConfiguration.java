package nl.meerwaarde.casemix;

import nl.meerwaarde.definition.DefinitionRegister;
import nl.meerwaarde.definition.DefinitionSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires case-mix models. */
@Configuration(proxyBeanMethods = false)
public class CaseMixConfiguration {
    @Bean
    CaseMixModelRules meerwaardeCaseMixModelRules() {
        return new CaseMixModelRules();
    }

    @Bean
    CaseMixModels meerwaardeCaseMixModels(DefinitionRegister register, DefinitionSource source) {
        return new CaseMixModels(register, source);
    }
}
