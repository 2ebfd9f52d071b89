package nl.meerwaarde.pathway;

import java.util.Optional;
import nl.meerwaarde.definition.DefinitionCache;
import nl.meerwaarde.definition.DefinitionRegister;
import nl.meerwaarde.definition.DefinitionSource;
import nl.meerwaarde.fhir.CanonicalReference;
import org.hl7.fhir.r4.model.PlanDefinition;

/** The pathways of this server, by canonical. */
public class PathwayCatalogue {
    private final DefinitionCache<PlanDefinition, Pathway> cache;

    public PathwayCatalogue(DefinitionRegister register, DefinitionSource source) {
        this.cache = new DefinitionCache<>(
                register,
                source,
                PlanDefinition.class,
                definition -> PathwayReader.read(definition).pathway());
    }

    /** The pathway at this canonical; without a version the newest. */
    public Optional<Pathway> find(CanonicalReference planDefinition) {
        return cache.find(planDefinition);
    }
}
