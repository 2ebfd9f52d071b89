package nl.meerwaarde.instrument;

import java.util.List;
import java.util.Optional;
import nl.meerwaarde.definition.DefinitionCache;
import nl.meerwaarde.definition.DefinitionRegister;
import nl.meerwaarde.definition.DefinitionSource;
import nl.meerwaarde.definition.StoredDefinition;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Sentence;
import org.hl7.fhir.r4.model.Questionnaire;

/** The instruments this server has, by canonical: one indexed read per look-up, each Questionnaire read and parsed once per version of its resource. */
public class InstrumentCatalogue {
    private final DefinitionCache<Questionnaire, InstrumentReading> cache;
    private final DefinitionRegister register;

    public InstrumentCatalogue(DefinitionRegister register, DefinitionSource source, InstrumentReader reader) {
        this.register = register;
        this.cache = new DefinitionCache<>(register, source, Questionnaire.class, reader::read);
    }

    /** The instrument at this canonical; without a version the newest. Empty when unknown or unusable. */
    public Optional<Instrument> find(CanonicalReference questionnaire) {
        return cache.find(questionnaire).flatMap(InstrumentCatalogue::usable);
    }

    /** The instrument that the Questionnaire with this id holds; empty when it is unknown, has no address, or is unusable. */
    public Optional<Instrument> withId(String id) {
        return register.ofResource("Questionnaire", id).map(cache::ready).flatMap(InstrumentCatalogue::usable);
    }

    private static Optional<Instrument> usable(InstrumentReading reading) {
        return reading instanceof InstrumentReading.Usable usable ? Optional.of(usable.instrument()) : Optional.empty();
    }

    /**
     * What to tell a client that names a Questionnaire which is not found: a wrong version is said otherwise than a wrong address.
     *
     * @param path the element or parameter that names it
     */
    public Problem missing(CanonicalReference questionnaire, String path) {
        List<String> versions = versions(questionnaire.url());
        return versions.isEmpty()
                ? problem(ProblemCode.UNKNOWN_QUESTIONNAIRE, path, questionnaire.url())
                : problem(
                        ProblemCode.UNKNOWN_QUESTIONNAIRE_VERSION,
                        path,
                        String.valueOf(questionnaire.version()),
                        questionnaire.url(),
                        String.join(", ", versions));
    }

    private static Problem problem(ProblemCode code, String path, Object... arguments) {
        return new Problem(code, path, Sentence.beside(InstrumentCatalogue.class, code.code(), arguments));
    }

    /** The versions this server has of a Questionnaire, newest first; empty when it has none. */
    public List<String> versions(String url) {
        return register.versions(url).stream()
                .map(StoredDefinition::canonical)
                .map(c -> String.valueOf(c.version()))
                .toList();
    }
}
