package nl.meerwaarde.alert;

import java.util.Optional;
import nl.meerwaarde.definition.DefinitionCache;
import nl.meerwaarde.definition.DefinitionRegister;
import nl.meerwaarde.definition.DefinitionSource;
import org.hl7.fhir.r4.model.ActivityDefinition;

/** The policies of this server, by alert. */
class AlertPolicies {
    private final DefinitionCache<ActivityDefinition, AlertPolicyReader.Reading> cache;

    AlertPolicies(DefinitionRegister register, DefinitionSource source) {
        this.cache = new DefinitionCache<>(register, source, ActivityDefinition.class, AlertPolicyReader::read);
    }

    /** The policy of an alert; empty when nobody has made one. */
    Optional<AlertPolicy> find(String alert) {
        return cache.find(AlertPolicyRules.address(alert))
                .filter(AlertPolicyReader.Reading.Usable.class::isInstance)
                .map(reading -> ((AlertPolicyReader.Reading.Usable) reading).policy());
    }
}
