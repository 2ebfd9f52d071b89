package nl.meerwaarde.pathway;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.meerwaarde.definition.DefinitionCache;
import nl.meerwaarde.definition.DefinitionRegister;
import nl.meerwaarde.definition.DefinitionSource;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.outcomeset.OutcomeSetCatalogue;
import org.hl7.fhir.r4.model.PlanDefinition;

/** The pathways of this server, by canonical. */
public class PathwayCatalogue {
    private final DefinitionCache<PlanDefinition, Optional<Pathway>> cache;

    private final OutcomeSetCatalogue sets;

    public PathwayCatalogue(DefinitionRegister register, DefinitionSource source, OutcomeSetCatalogue sets) {
        this.sets = sets;
        this.cache = new DefinitionCache<>(register, source, PlanDefinition.class, PathwayCatalogue::read);
    }

    /** The pathway at this canonical, with what its outcome sets ask; without a version the newest. Empty also when it is another kind of plan. */
    public Optional<Pathway> find(CanonicalReference planDefinition) {
        return cache.find(planDefinition).flatMap(Function.identity()).map(this::withSets);
    }

    private Pathway withSets(Pathway pathway) {
        Map<CanonicalReference, Map<String, Map<String, Set<Code>>>> bySet = new HashMap<>();
        pathway.moments().stream()
                .flatMap(moment -> moment.sets().stream())
                .distinct()
                .forEach(set -> bySet.put(set, sets.asked(set)));
        return bySet.isEmpty()
                ? pathway
                : new Pathway(
                        pathway.canonical(),
                        pathway.indexCodes(),
                        pathway.moments().stream()
                                .map(moment -> moment.asking(asked(moment, bySet)))
                                .toList(),
                        pathway.events());
    }

    /** What two sets ask is asked of everybody when one of them does. */
    private static Map<String, Set<Code>> asked(
            Pathway.Moment moment, Map<CanonicalReference, Map<String, Map<String, Set<Code>>>> bySet) {
        Map<String, Set<Code>> asked = new HashMap<>();
        moment.sets()
                .forEach(set -> bySet.getOrDefault(set, Map.of())
                        .getOrDefault(moment.code(), Map.of())
                        .forEach((questionnaire, onlyWith) ->
                                asked.merge(questionnaire, onlyWith, OutcomeSetCatalogue::eitherOf)));
        return asked;
    }

    private static Optional<Pathway> read(PlanDefinition definition) {
        return PathwayReader.isPathway(definition)
                ? Optional.of(PathwayReader.read(definition).pathway())
                : Optional.empty();
    }
}
