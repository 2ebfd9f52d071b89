package nl.meerwaarde.loading;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.meerwaarde.ig.ImplementationGuide;
import nl.meerwaarde.questionnaires.InstrumentLibrary;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The definitions in the plug-in jar, each after those it leans on. */
final class ShippedDefinitions {
    private final FhirContext fhirContext;
    private final Map<String, Resource> definitions = new LinkedHashMap<>();

    private ShippedDefinitions(FhirContext fhirContext) {
        this.fhirContext = fhirContext;
    }

    /** All of them, in load order; a definition that two instruments share appears once. */
    static List<Resource> read(FhirContext fhirContext) {
        ShippedDefinitions shipped = new ShippedDefinitions(fhirContext);
        try {
            shipped.addTerminology();
            shipped.addGuide("SearchParameter-", "StructureDefinition-", "OperationDefinition-", "ActivityDefinition-");
            shipped.addInstruments();
            shipped.addGuide("PlanDefinition-", "Library-", "Measure-", "Basic-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ArrayList<>(shipped.definitions.values());
    }

    /** Code systems come before value sets by the alphabet. */
    private void addTerminology() throws IOException {
        var files = new PathMatchingResourcePatternResolver(ShippedDefinitions.class.getClassLoader())
                .getResources("classpath*:nl/meerwaarde/terminology/*.json");
        Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
        for (var file : files) {
            add(file.getInputStream());
        }
    }

    private void addGuide(String... prefixes) throws IOException {
        for (String file : ImplementationGuide.definitions()) {
            if (Arrays.stream(prefixes).anyMatch(file::startsWith)) {
                add(ImplementationGuide.open(file));
            }
        }
    }

    private void addInstruments() throws IOException {
        for (String instrument : InstrumentLibrary.instruments()) {
            add(InstrumentLibrary.observationDefinitions(instrument).openStream());
            add(InstrumentLibrary.questionnaire(instrument).openStream());
        }
    }

    private void add(InputStream json) throws IOException {
        try (json) {
            IBaseResource resource = fhirContext.newJsonParser().parseResource(json);
            if (resource instanceof Bundle bundle) {
                bundle.getEntry().forEach(entry -> put(entry.getResource()));
            } else {
                put((Resource) resource);
            }
        }
    }

    private void put(Resource definition) {
        definitions.putIfAbsent(
                definition.fhirType() + "/" + definition.getIdElement().getIdPart(), definition);
    }
}
