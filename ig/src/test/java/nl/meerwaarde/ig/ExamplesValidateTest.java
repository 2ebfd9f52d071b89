package nl.meerwaarde.ig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Definitions, examples and instruments are valid, to the last error. */
class ExamplesValidateTest {

    @TestFactory
    Stream<DynamicTest> definitions() {
        return valid(Library.definitions());
    }

    @TestFactory
    Stream<DynamicTest> examples() {
        return valid(Library.examples());
    }

    @TestFactory
    Stream<DynamicTest> questionnaires() {
        return valid(Library.questionnaires(), "prom-questionnaire");
    }

    @TestFactory
    Stream<DynamicTest> scoreDefinitions() {
        return valid(Library.scoreDefinitions(), "score-observation-definition");
    }

    private static Stream<DynamicTest> valid(Map<String, ? extends Resource> resources, String... profiles) {
        assertThat(resources).isNotEmpty();
        return resources.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> assertThat(Validation.errors(entry.getValue(), profiles))
                                .isEmpty()));
    }
}
