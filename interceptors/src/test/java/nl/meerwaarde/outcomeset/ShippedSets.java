package nl.meerwaarde.outcomeset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.ig.ImplementationGuide;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.score.Instruments;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Resource;

/** The outcome sets as they are shipped, read the way the server reads them. */
final class ShippedSets {
    private static final List<PlanDefinition> DEFINITIONS = readDefinitions();
    private static final Map<CanonicalReference, Instrument> INSTRUMENTS = new ConcurrentHashMap<>();

    private ShippedSets() {}

    static List<PlanDefinition> definitions() {
        return DEFINITIONS;
    }

    private static List<PlanDefinition> readDefinitions() {
        return ImplementationGuide.definitions().stream()
                .filter(name -> name.startsWith("PlanDefinition-"))
                .map(name -> read(PlanDefinition.class, ImplementationGuide.open(name)))
                .filter(OutcomeSetReader::isOutcomeSet)
                .toList();
    }

    static WholeSet whole(PlanDefinition definition) {
        return WholeSet.of(OutcomeSetReader.read(definition).orElseThrow(), ShippedSets::find);
    }

    private static Optional<OutcomeSet> find(CanonicalReference canonical) {
        return definitions().stream()
                .flatMap(definition -> OutcomeSetReader.read(definition).stream())
                .filter(set -> set.canonical().equals(canonical))
                .findFirst();
    }

    static List<Sitting> sittings(PlanDefinition definition) {
        return new RespondentBurden(ShippedSets::instrument)
                .sittings(whole(definition).parts(), moments());
    }

    /** The moments in the order of time. */
    static List<String> moments() {
        return read(CodeSystem.class, Canonicals.class.getResourceAsStream("CodeSystem-measurement-moment.json"))
                .getConcept()
                .stream()
                .map(ConceptDefinitionComponent::getCode)
                .toList();
    }

    static Instrument instrument(CanonicalReference questionnaire) {
        return INSTRUMENTS.computeIfAbsent(
                questionnaire,
                canonical -> Instruments.shipped(
                        canonical.url().substring(canonical.url().lastIndexOf('/') + 1)));
    }

    private static <T extends Resource> T read(Class<T> type, InputStream json) {
        try (json) {
            return Instruments.FHIR.newJsonParser().parseResource(type, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
