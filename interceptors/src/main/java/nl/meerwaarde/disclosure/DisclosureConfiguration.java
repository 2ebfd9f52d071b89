package nl.meerwaarde.disclosure;

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
    PolicyGuard meerwaardePolicyGuard() {
        return new PolicyGuard();
    }
}
