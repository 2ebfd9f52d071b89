package nl.meerwaarde.ig;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nl.meerwaarde.questionnaires.InstrumentLibrary;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Resource;

/** Everything Meerwaarde ships as FHIR resources, read from the class path as the server reads it. */
final class Library {

    static final FhirContext FHIR = FhirContext.forR4Cached();

    private Library() {}

    static Map<String, Resource> definitions() {
        Map<String, Resource> definitions = new LinkedHashMap<>();
        for (String name : ImplementationGuide.definitions()) {
            definitions.put(name, parse(content(name)));
        }
        return definitions;
    }

    static Map<String, Resource> examples() {
        return parsed(beside(ImplementationGuide.class, "examples/Patient-example-patient.json"));
    }

    static Map<String, Resource> terminology() {
        return parsed(beside(Canonicals.class, "CodeSystem-score.json"));
    }

    static Map<String, Questionnaire> questionnaires() {
        Map<String, Questionnaire> questionnaires = new LinkedHashMap<>();
        for (String instrument : InstrumentLibrary.instruments()) {
            questionnaires.put(instrument, (Questionnaire) parse(content(InstrumentLibrary.questionnaire(instrument))));
        }
        return questionnaires;
    }

    static Map<String, Resource> scoreDefinitions() {
        Map<String, Resource> definitions = new LinkedHashMap<>();
        for (String instrument : InstrumentLibrary.instruments()) {
            Bundle bundle = (Bundle) parse(content(InstrumentLibrary.observationDefinitions(instrument)));
            bundle.getEntry().stream()
                    .map(BundleEntryComponent::getResource)
                    .forEach(definition -> definitions.put(definition.getIdPart(), definition));
        }
        return definitions;
    }

    /** Measures name criteria as {@code text/cql-identifier}, which R4's value set of expression languages lacks. */
    static Resource expressionLanguages() {
        return parse(content(Objects.requireNonNull(Library.class.getResource("ValueSet-expression-language.json"))));
    }

    static Stream<Resource> all() {
        return Stream.of(definitions(), terminology(), questionnaires(), scoreDefinitions(), examples())
                .flatMap(resources -> resources.values().stream());
    }

    static Resource parse(String json) {
        return (Resource) FHIR.newJsonParser().parseResource(json);
    }

    private static Map<String, String> beside(Class<?> anchor, String resource) {
        return JsonFolder.beside(Objects.requireNonNull(anchor.getResource(resource), resource));
    }

    private static Map<String, Resource> parsed(Map<String, String> contents) {
        Map<String, Resource> resources = new LinkedHashMap<>();
        contents.forEach((name, json) -> resources.put(name, parse(json)));
        return resources;
    }

    private static String content(String definition) {
        try (InputStream stream = ImplementationGuide.open(definition)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(URL resource) {
        try (InputStream stream = resource.openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
