package nl.meerwaarde.measure;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.UriParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.Optional;
import nl.meerwaarde.definition.DefinitionCache;
import nl.meerwaarde.definition.DefinitionRegister;
import nl.meerwaarde.definition.DefinitionSource;
import nl.meerwaarde.definition.StoredDefinition;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
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
        record OtherKind() implements Lookup {}

        record Unknown() implements Lookup {}
    }

    /**
     * The Measure of that name.
     *
     * @param named canonical or {@code Measure/id}
     * @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException 404 when it is not stored here, 422 when it is not answered from facts
     */
    public FactMeasure require(String named) {
        Lookup lookup = named.startsWith("Measure/")
                ? byId(named.substring("Measure/".length()))
                : byCanonical(CanonicalReference.parse(named));
        if (lookup instanceof Lookup.Unknown) {
            throw new ResourceNotFoundException(
                    "This server has no " + (named.startsWith("Measure/") ? named : "Measure " + named));
        }
        if (lookup instanceof Lookup.OtherKind) {
            throw Problems.unprocessable(new Problem(
                    ProblemCode.UNSUPPORTED_MEASURE,
                    "Measure",
                    named + " is not answered from outcome facts: its profile is not fact-measure."));
        }
        return ((Lookup.Found) lookup).measure();
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
            return lookup(cache.ready(stored.get()));
        }
        try {
            source.read(Measure.class, id);
            return new Lookup.OtherKind();
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return new Lookup.Unknown();
        }
    }

    Lookup byCanonical(CanonicalReference canonical) {
        return cache.find(canonical)
                .map(FactMeasures::lookup)
                .orElseGet(() -> isStored(canonical) ? new Lookup.OtherKind() : new Lookup.Unknown());
    }

    private boolean isStored(CanonicalReference canonical) {
        SearchParameterMap byUrl = SearchParameterMap.newSynchronous("url", new UriParam(canonical.url()));
        return !daos.getResourceDao(Measure.class)
                .search(byUrl, new SystemRequestDetails())
                .isEmpty();
    }

    private static Lookup lookup(FactMeasureReader.Reading reading) {
        return reading instanceof FactMeasureReader.Reading.Usable usable
                ? new Lookup.Found(usable.measure())
                : new Lookup.OtherKind();
    }
}
