package nl.meerwaarde.measure;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.UriParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.meerwaarde.definition.DefinitionCache;
import nl.meerwaarde.definition.DefinitionRegister;
import nl.meerwaarde.definition.DefinitionSource;
import nl.meerwaarde.definition.StoredDefinition;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import org.hl7.fhir.r4.model.Measure;

/** The Measures of this server, ready to be evaluated. */
public class FactMeasures {
    private final DefinitionCache<Measure, FactMeasureReader.Reading> cache;
    private final DefinitionRegister register;
    private final DefinitionSource source;
    private final DaoRegistry daos;

    FactMeasures(DefinitionRegister register, DefinitionSource source, DaoRegistry daos) {
        this.register = register;
        this.source = source;
        this.daos = daos;
        this.cache = new DefinitionCache<>(register, source, Measure.class, FactMeasureReader::read);
    }

    /** What came of looking for a Measure. */
    sealed interface Lookup {
        record Found(FactMeasure measure) implements Lookup {}

        /** The Measure exists but is not answered from facts. */
        record OtherKind(Measure measure) implements Lookup {}

        record Unknown() implements Lookup {}
    }

    /**
     * The Measure of this name.
     *
     * @param named canonical or {@code Measure/id}
     * @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException 404 when it is not stored here, 422 when it is not answered from facts
     */
    public FactMeasure require(String named) {
        return require(List.of(named)).get(0);
    }

    /**
     * The Measures of these names, each once.
     *
     * @param named canonicals or {@code Measure/id}
     * @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException 404 when one is not stored here, 422 when one is not answered from facts; names each of them
     */
    public List<FactMeasure> require(Collection<String> named) {
        List<FactMeasure> found = new ArrayList<>();
        List<Problem> unknown = new ArrayList<>();
        List<Problem> ofOtherKind = new ArrayList<>();
        for (String name : new LinkedHashSet<>(named)) {
            Lookup lookup = lookup(name);
            if (lookup instanceof Lookup.Found known) {
                found.add(known.measure());
            } else if (lookup instanceof Lookup.Unknown) {
                unknown.add(problem(ProblemCode.UNKNOWN_MEASURE, "unknown-measure", name));
            } else {
                ofOtherKind.add(problem(ProblemCode.UNSUPPORTED_MEASURE, "unsupported-measure", name));
            }
        }
        if (!unknown.isEmpty()) {
            throw Problems.notFound(
                    Stream.concat(unknown.stream(), ofOtherKind.stream()).toList());
        }
        if (!ofOtherKind.isEmpty()) {
            throw Problems.unprocessable(ofOtherKind);
        }
        return found.stream().distinct().toList();
    }

    /** A Measure of this server that is not answered from facts, by the name of a request; empty for any other name. */
    public Optional<Measure> ofOtherKind(String named) {
        return lookup(named) instanceof Lookup.OtherKind other ? Optional.of(other.measure()) : Optional.empty();
    }

    /** The Measure in exactly this version. */
    public Optional<FactMeasure> exactly(CanonicalReference canonical) {
        return register.exactly(canonical).isPresent() && byCanonical(canonical) instanceof Lookup.Found found
                ? Optional.of(found.measure())
                : Optional.empty();
    }

    private Lookup lookup(String named) {
        return named.startsWith("Measure/")
                ? byId(named.substring("Measure/".length()))
                : byCanonical(CanonicalReference.parse(named));
    }

    private static Problem problem(ProblemCode code, String key, String named) {
        return new Problem(code, "Measure", Sentence.beside(FactMeasures.class, key, named));
    }

    /** What people call a Measure; its address when it has no title. */
    public String title(FactMeasure measure) {
        return register.find(measure.canonical())
                .map(stored -> source.read(Measure.class, stored.resourceId()))
                .filter(Measure::hasTitle)
                .map(Measure::getTitle)
                .orElse(measure.canonical().toString());
    }

    Lookup byId(String id) {
        Optional<StoredDefinition> stored = register.ofResource("Measure", id);
        if (stored.isPresent()) {
            return lookup(stored.get());
        }
        try {
            return new Lookup.OtherKind(source.read(Measure.class, id));
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return new Lookup.Unknown();
        }
    }

    Lookup byCanonical(CanonicalReference canonical) {
        return register.find(canonical)
                .filter(stored -> stored.resourceType().equals("Measure"))
                .map(this::lookup)
                .or(() -> unregistered(canonical).map(Lookup.OtherKind::new))
                .orElseGet(Lookup.Unknown::new);
    }

    /** One that was stored before the plug-in came. */
    private Optional<Measure> unregistered(CanonicalReference canonical) {
        SearchParameterMap byUrl = SearchParameterMap.newSynchronous("url", new UriParam(canonical.url()));
        return daos.getResourceDao(Measure.class).search(byUrl, new SystemRequestDetails()).getAllResources().stream()
                .map(Measure.class::cast)
                .filter(measure ->
                        canonical.version() == null || canonical.version().equals(measure.getVersion()))
                .findFirst();
    }

    private Lookup lookup(StoredDefinition stored) {
        return cache.ready(stored) instanceof FactMeasureReader.Reading.Usable usable
                ? new Lookup.Found(usable.measure())
                : new Lookup.OtherKind(source.read(Measure.class, stored.resourceId()));
    }
}
