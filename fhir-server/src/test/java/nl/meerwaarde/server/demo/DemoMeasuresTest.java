package nl.meerwaarde.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Measure;
import org.junit.jupiter.api.Test;

class DemoMeasuresTest {
    @Test
    void adjustByTheModelOfTheDemonstration() {
        List<Measure> measures = DemoMeasures.read(FhirContext.forR4Cached());

        assertThat(measures)
                .extracting(Measure::getUrl)
                .containsExactly(
                        Canonicals.BASE + "/Measure/demo-knee-replacement-primary-oxford",
                        Canonicals.BASE + "/Measure/demo-hip-replacement-primary-oxford");
        assertThat(measures).allSatisfy(measure -> {
            Coding model = (Coding) measure.getExtensionByUrl(Canonicals.Extensions.CASE_MIX_MODEL)
                    .getValue();
            assertThat(model.getCode() + "|" + model.getVersion()).isEqualTo("demo|1");
            assertThat(measure.getMeta().hasProfile(Canonicals.Profiles.FACT_MEASURE))
                    .isTrue();
        });
    }
}
