package nl.meerwaarde.disclosure;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the recipient policies. */
@Configuration(proxyBeanMethods = false)
public class DisclosureConfiguration {
    @Bean
    RecipientPolicies meerwaardeRecipientPolicies(DaoRegistry daos) {
        return new RecipientPolicies(daos);
    }

    @Bean
    PolicyGuard meerwaardePolicyGuard() {
        return new PolicyGuard();
    }
}
