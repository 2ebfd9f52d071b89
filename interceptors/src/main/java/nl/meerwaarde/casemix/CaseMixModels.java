package nl.meerwaarde.casemix;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.meerwaarde.casemix.CaseMixModelReader.Reading;
import nl.meerwaarde.definition.DefinitionCache;
import nl.meerwaarde.definition.DefinitionRegister;
import nl.meerwaarde.definition.DefinitionSource;
import nl.meerwaarde.fhir.CanonicalReference;
import org.hl7.fhir.r4.model.Library;

/** The case-mix models of this server. */
public class CaseMixModels {
    private final DefinitionRegister register;
    private final DefinitionCache<Library, Reading> cache;

    public CaseMixModels(DefinitionRegister register, DefinitionSource source) {
        this.register = register;
        this.cache = new DefinitionCache<>(register, source, Library.class, CaseMixModelReader::read);
    }

    /** The active models about episodes of a pathway, in the order of their addresses: one indexed read, models once read stay ready. */
    public List<CaseMixModel> active(CanonicalReference pathway) {
        return register.ofType("Library").stream()
                .map(cache::ready)
                .flatMap(CaseMixModels::model)
                .filter(model -> model.active() && model.isAbout(pathway))
                .toList();
    }

    /** The model at this canonical; without a version the newest. */
    public Optional<CaseMixModel> find(CanonicalReference canonical) {
        return cache.find(canonical).stream().flatMap(CaseMixModels::model).findFirst();
    }

    private static Stream<CaseMixModel> model(Reading reading) {
        return reading instanceof Reading.Usable usable ? Stream.of(usable.model()) : Stream.empty();
    }
}
