package nl.meerwaarde.ig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Test;

class ImplementationGuideTest {

    private static final List<String> LOAD_ORDER = List.of(
            "SearchParameter",
            "Extension",
            "StructureDefinition",
            "OperationDefinition",
            "ActivityDefinition",
            "PlanDefinition",
            "Library",
            "Measure",
            "Basic");

    @Test
    void theIndexListsEveryPackedDefinitionAndNoExample() {
        assertThat(ImplementationGuide.definitions())
                .containsExactlyInAnyOrderElementsOf(
                        JsonFolder.beside(Objects.requireNonNull(ImplementationGuide.class.getResource("index.txt")))
                                .keySet());
    }

    @Test
    void extensionsComeBeforeProfilesAndDefinitionsBeforeWhatLeansOnThem() {
        assertThat(Library.definitions().values())
                .extracting(definition -> LOAD_ORDER.indexOf(kind(definition)))
                .isSorted()
                .doesNotContain(-1);
    }

    @Test
    void aFileIsNamedAfterItsResource() {
        Library.definitions()
                .forEach((file, definition) ->
                        assertThat(file).isEqualTo("%s-%s.json", definition.fhirType(), definition.getIdPart()));
    }

    @Test
    void onlyListedDefinitionsOpen() {
        assertThatIllegalArgumentException().isThrownBy(() -> ImplementationGuide.open("index.txt"));
    }

    private static String kind(Resource definition) {
        boolean extension =
                definition instanceof StructureDefinition structure && "Extension".equals(structure.getType());
        return extension ? "Extension" : definition.fhirType();
    }
}
