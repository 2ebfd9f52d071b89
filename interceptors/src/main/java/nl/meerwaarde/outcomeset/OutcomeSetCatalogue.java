package nl.meerwaarde.outcomeset;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.meerwaarde.definition.DefinitionCache;
import nl.meerwaarde.definition.DefinitionRegister;
import nl.meerwaarde.definition.DefinitionSource;
import nl.meerwaarde.fhir.CanonicalReference;
import org.hl7.fhir.r4.model.PlanDefinition;

/** The outcome sets of this server. */
public class OutcomeSetCatalogue {
    private static final String TYPE = "PlanDefinition";

    private final DefinitionCache<PlanDefinition, Optional<OutcomeSet>> cache;
    private final DefinitionRegister register;

    OutcomeSetCatalogue(DefinitionRegister register, DefinitionSource source) {
        this.register = register;
        this.cache = new DefinitionCache<>(register, source, PlanDefinition.class, OutcomeSetReader::read);
    }

    /** The set at this canonical, switched on or not; without a version the newest. */
    Optional<OutcomeSet> find(CanonicalReference set) {
        return cache.find(set).flatMap(Function.identity());
    }

    /** The set that the PlanDefinition with this id holds. */
    Optional<OutcomeSet> withId(String id) {
        return register.ofResource(TYPE, id).map(cache::ready).flatMap(Function.identity());
    }

    /** The sets that are switched on. */
    List<OutcomeSet> switchedOn() {
        return all().stream().filter(OutcomeSet::on).toList();
    }

    /** Whether another set takes this one over. */
    public boolean isTaken(CanonicalReference canonical) {
        return all().stream()
                .flatMap(set -> set.taken().stream())
                .anyMatch(taken -> taken.set().equals(canonical));
    }

    private List<OutcomeSet> all() {
        return register.ofType(TYPE).stream()
                .flatMap(stored -> cache.ready(stored).stream())
                .toList();
    }

    /** The set with everything it takes over. */
    WholeSet whole(OutcomeSet set) {
        return WholeSet.of(set, this::find);
    }
}
