package nl.meerwaarde.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.hl7.fhir.r4.model.Measure;
import org.junit.jupiter.api.Test;

/** What the invented registry may ask for. */
class DemoRegistryTest {
    @Test
    void theMeasuresOfTheDemonstrationAndNothingElse() {
        DemoRegistry registry = new DemoRegistry();
        assertThat(registry.deliveredTo(DemoRegistry.ORGANIZATION))
                .containsExactlyInAnyOrderElementsOf(DemoMeasures.read(FhirContext.forR4Cached()).stream()
                        .map(Measure::getUrl)
                        .toList());
        assertThat(registry.deliveredTo("Organization/demo-noord")).isEmpty();
    }

    @Test
    void itIsTheOneOfTheDirectory() throws IOException {
        try (InputStream directory = Objects.requireNonNull(
                DemoRegistryTest.class.getResourceAsStream("/nl/meerwaarde/server/login/demo-directory.yaml"))) {
            assertThat(new String(directory.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("organization: " + DemoRegistry.ORGANIZATION);
        }
    }
}
