package nl.meerwaarde.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import nl.meerwaarde.extraction.ElementPath.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementPathTest {
    private static final String PATIENT = "http://hl7.org/fhir/StructureDefinition/Patient";

    @Test
    void anElementIsFoundStepByStep() {
        assertThat(path("Patient.name.given").steps()).containsExactly(new Step("name", null), new Step("given", null));
    }

    @Test
    void aSliceIsNamedAfterAColon() {
        assertThat(path("Patient.extension:birth-place.value[x]").steps())
                .containsExactly(new Step("extension", "birth-place"), new Step("value[x]", null));
    }

    /** Of a choice, the name with its type may stand alone or as a slice: both mean the type. */
    @ParameterizedTest
    @ValueSource(strings = {"Observation.valueQuantity", "Observation.value[x]:valueQuantity"})
    void theTypeOfAChoiceIsNoSlice(String element) {
        assertThat(path(element).last()).isEqualTo(new Step("valueQuantity", null));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Patient", "#Patient.name", PATIENT, PATIENT + "#Patient", PATIENT + "#Patient.na me"})
    void whatNamesNoElementIsNone(String definition) {
        assertThat(ElementPath.of(definition)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({PATIENT + ", true", PATIENT + "|4.0.1, true", "http://hl7.org/fhir/StructureDefinition/Person, false"})
    void aVersionDoesNotMakeItAnotherDefinition(String canonical, boolean same) {
        assertThat(path("Patient.name").isOf(canonical)).isEqualTo(same);
    }

    private static ElementPath path(String element) {
        return ElementPath.of(PATIENT + "#" + element).orElseThrow();
    }
}
