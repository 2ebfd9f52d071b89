package nl.meerwaarde.disclosure;

import java.util.Map;
import java.util.Set;
import nl.meerwaarde.access.RegistryMeasures;
import nl.meerwaarde.database.FactDatabase;
import nl.meerwaarde.database.Secrets;
import nl.meerwaarde.definition.DefinitionCache;
import nl.meerwaarde.definition.DefinitionRegister;
import nl.meerwaarde.definition.DefinitionSource;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CodeSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the recipient policies. */
@Configuration(proxyBeanMethods = false)
public class DisclosureConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(DisclosureConfiguration.class);

    private static final CanonicalReference RECIPIENTS =
            new CanonicalReference(Canonicals.CodeSystems.DISCLOSURE_RECIPIENT, null);

    @Bean
    RecipientPolicies meerwaardeRecipientPolicies(DefinitionRegister register, DefinitionSource source) {
        if (!Release.canBeAudited()) {
            LOG.info("Reports for recipients who may not see everything are off: the host lacks org.ojalgo:ojalgo");
        }
        DefinitionCache<CodeSystem, Map<String, RecipientPolicy>> policies = new DefinitionCache<>(
                register,
                source,
                CodeSystem.class,
                stored -> RecipientPolicyReader.read(stored).policies());
        return new RecipientPolicies(() -> policies.find(RECIPIENTS).orElse(Map.of()));
    }

    @Bean
    RegistryMeasures meerwaardeRegistryMeasures(DefinitionRegister register, DefinitionSource source) {
        DefinitionCache<CodeSystem, Map<String, Set<String>>> measures = new DefinitionCache<>(
                register,
                source,
                CodeSystem.class,
                stored -> RegistryReader.read(stored).measures());
        return registry -> measures.find(RECIPIENTS).orElse(Map.of()).getOrDefault(registry, Set.of());
    }

    @Bean
    RecipientPolicyRules meerwaardeRecipientPolicyRules() {
        return new RecipientPolicyRules();
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
