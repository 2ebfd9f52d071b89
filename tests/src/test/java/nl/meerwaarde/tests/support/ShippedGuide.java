package nl.meerwaarde.tests.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import nl.meerwaarde.ig.ImplementationGuide;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionKind;

/** The operations and profiles of the implementation guide, as it ships. */
public final class ShippedGuide {
    private ShippedGuide() {}

    public static List<OperationDefinition> operations() {
        return all(OperationDefinition.class).toList();
    }

    /** Profiles of resources; extensions are profiles of a data type. */
    public static List<StructureDefinition> profiles() {
        return all(StructureDefinition.class)
                .filter(definition -> definition.getKind() == StructureDefinitionKind.RESOURCE)
                .toList();
    }

    private static <T extends Resource> Stream<T> all(Class<T> type) {
        return ImplementationGuide.definitions().stream()
                .filter(name -> name.startsWith(type.getSimpleName() + "-"))
                .map(name -> read(name, type));
    }

    private static <T extends Resource> T read(String name, Class<T> type) {
        try (InputStream json = ImplementationGuide.open(name)) {
            return Fhir.CONTEXT.newJsonParser().parseResource(type, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
