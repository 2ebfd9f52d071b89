package nl.meerwaarde.score;

import java.util.Optional;
import nl.meerwaarde.definition.DefinitionCache;
import nl.meerwaarde.definition.DefinitionRegister;
import nl.meerwaarde.definition.DefinitionSource;
import nl.meerwaarde.fhir.Code;
import org.hl7.fhir.r4.model.ObservationDefinition;

/** What the scores of this server mean, by score code. */
public class ScoreDefinitions {
    private final DefinitionCache<ObservationDefinition, Optional<ScoreDefinition>> cache;

    public ScoreDefinitions(DefinitionRegister register, DefinitionSource source) {
        this.cache = new DefinitionCache<>(register, source, ObservationDefinition.class, ScoreDefinition::of);
    }

    /** The definition of a score; empty when the instrument came without. */
    public Optional<ScoreDefinition> find(Code score) {
        return cache.find(ScoreDefinitionRules.address(score)).flatMap(definition -> definition);
    }
}
