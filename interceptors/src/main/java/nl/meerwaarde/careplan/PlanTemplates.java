package nl.meerwaarde.careplan;

import java.util.Optional;
import nl.meerwaarde.careplan.ApplyRequest.PlanName;
import nl.meerwaarde.definition.DefinitionCache;
import nl.meerwaarde.definition.DefinitionRegister;
import nl.meerwaarde.definition.DefinitionSource;
import nl.meerwaarde.definition.StoredDefinition;
import nl.meerwaarde.fhir.CanonicalReference;
import org.hl7.fhir.r4.model.PlanDefinition;

/** The stations and goals of this server's PlanDefinitions. */
class PlanTemplates {
    private final DefinitionRegister register;
    private final DefinitionCache<PlanDefinition, PlanTemplate> cache;

    PlanTemplates(DefinitionRegister register, DefinitionSource source) {
        this.register = register;
        this.cache = new DefinitionCache<>(register, source, PlanDefinition.class, PlanTemplate::read);
    }

    /** The address and version of what a request names; empty when this server does not have it. */
    Optional<CanonicalReference> canonical(PlanName name) {
        return (name instanceof PlanName.Id id
                        ? register.ofResource("PlanDefinition", id.id())
                        : register.find(((PlanName.Canonical) name).canonical()))
                .map(StoredDefinition::canonical);
    }

    Optional<PlanTemplate> find(CanonicalReference canonical) {
        return cache.find(canonical);
    }
}
