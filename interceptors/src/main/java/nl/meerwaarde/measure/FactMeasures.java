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
import org.hl7.fhir.r4.model.Measure;

/** The Measures of this server, ready to be evaluated. */
class FactMeasures {
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
