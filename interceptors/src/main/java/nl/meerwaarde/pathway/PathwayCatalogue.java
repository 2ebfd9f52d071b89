package nl.meerwaarde.pathway;

import java.util.Optional;
import java.util.function.Function;
import nl.meerwaarde.definition.DefinitionCache;
import nl.meerwaarde.definition.DefinitionRegister;
import nl.meerwaarde.definition.DefinitionSource;
import nl.meerwaarde.fhir.CanonicalReference;
import org.hl7.fhir.r4.model.PlanDefinition;

/** The pathways of this server, by canonical. */
public class PathwayCatalogue {
    private final DefinitionCache<PlanDefinition, Optional<Pathway>> cache;

    public PathwayCatalogue(DefinitionRegister register, DefinitionSource source) {
        this.cache = new DefinitionCache<>(register, source, PlanDefinition.class, PathwayCatalogue::read);
    }

    /** The pathway at this canonical; without a version the newest. Empty also when it is another kind of plan. */
    public Optional<Pathway> find(CanonicalReference planDefinition) {
        return cache.find(planDefinition).flatMap(Function.identity());
    }

    private static Optional<Pathway> read(PlanDefinition definition) {
        return PathwayReader.isPathway(definition)
                ? Optional.of(PathwayReader.read(definition).pathway())
                : Optional.empty();
    }
}
