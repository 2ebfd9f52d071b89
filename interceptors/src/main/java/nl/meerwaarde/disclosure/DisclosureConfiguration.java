package nl.meerwaarde.disclosure;

import nl.meerwaarde.database.FactDatabase;
import nl.meerwaarde.database.Secrets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the recipient policies. */
@Configuration(proxyBeanMethods = false)
public class DisclosureConfiguration {
    @Bean
    RecipientPolicies meerwaardeRecipientPolicies(PolicySource source) {
        return new RecipientPolicies(source);
    }

    @Bean
    Pseudonyms meerwaardePseudonyms(FactDatabase database) {
        Secrets secrets = new Secrets(database);
        return new Pseudonyms(() -> secrets.of("pseudonyms"));
    }

    @Bean
    PolicyGuard meerwaardePolicyGuard() {
        return new PolicyGuard();
    }
}
