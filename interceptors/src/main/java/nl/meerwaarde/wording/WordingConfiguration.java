package nl.meerwaarde.wording;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Wires the loading of wordings. The host's property {@code meerwaarde.wording} is {@code required} (default) or {@code demonstration}. */
@Configuration(proxyBeanMethods = false)
public class WordingConfiguration {
    @Bean
    WordingPolicy meerwaardeWordingPolicy(Environment environment) {
        String policy = environment.getProperty("meerwaarde.wording", WordingPolicy.REQUIRED.name());
        return WordingPolicy.valueOf(policy.toUpperCase(Locale.ROOT));
    }

    @Bean
    LoadWordingProvider meerwaardeLoadWording(DaoRegistry daos) {
        return new LoadWordingProvider(daos);
    }
}
