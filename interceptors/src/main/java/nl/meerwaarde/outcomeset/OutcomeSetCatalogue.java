package nl.meerwaarde.outcomeset;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.meerwaarde.definition.DefinitionCache;
import nl.meerwaarde.definition.DefinitionRegister;
import nl.meerwaarde.definition.DefinitionSource;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Code;
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

    /** Whether this server has a set, switched on or not. */
    public boolean has(CanonicalReference set) {
        return find(set).isPresent();
    }

    /** Whether a set is there and switched on. */
    public boolean isOn(CanonicalReference set) {
        return find(set).filter(OutcomeSet::on).isPresent();
    }

    /**
     * The instruments that a set, with all it takes over, asks of patients and relatives.
     *
     * @return by moment: the addresses of the Questionnaires without version, each with the conditions of whom it is asked (none: of everybody); empty
     *     when this server does not have the set
     */
    public Map<String, Map<String, Set<Code>>> asked(CanonicalReference set) {
        Map<String, Map<String, Set<Code>>> byMoment = new HashMap<>();
        find(set).map(this::whole).stream()
                .flatMap(WholeSet::measurements)
                .filter(measurement -> measurement.reporter() != Reporter.CLINICIAN)
                .forEach(measurement -> {
                    if (measurement.means() instanceof Measurement.Asked asked) {
                        measurement
                                .moments()
                                .forEach(moment -> byMoment.computeIfAbsent(moment, key -> new HashMap<>())
                                        .merge(
                                                asked.questionnaire().url(),
                                                measurement.onlyWith(),
                                                OutcomeSetCatalogue::eitherOf));
                    }
                });
        return byMoment;
    }

    /** Of whom something is asked that is asked for two reasons; none: of everybody. */
    public static Set<Code> eitherOf(Set<Code> one, Set<Code> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Set.of();
        }
        Set<Code> either = new HashSet<>(one);
        either.addAll(other);
        return either;
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
