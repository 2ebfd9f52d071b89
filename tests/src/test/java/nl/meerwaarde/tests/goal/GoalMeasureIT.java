package nl.meerwaarde.tests.goal;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.ig.ImplementationGuide;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Measure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is measured by what patients want for themselves. */
class GoalMeasureIT {
    private final Fhir fhir = TestServer.fhir();

    @ParameterizedTest
    @ValueSource(strings = {"gas-t-score", "goal-attainment", "goal-attainment-level"})
    void attainmentIsNotCompared(String score) throws IOException {
        Measure measure = measure();
        measure.getExtensionByUrl(Extensions.SCORE).setValue(new Coding(CodeSystems.SCORE, score, null));
        assertThat(fhir.post(measure))
                .isRefusedAlsoWith(
                        new Complaint(ProblemCode.INVALID_DEFINITION, "Measure.extension", "not compared between"));
    }

    private static Measure measure() throws IOException {
        try (InputStream json = ImplementationGuide.open("Measure-knee-replacement-primary-oxford.json")) {
            Measure measure = Fhir.CONTEXT.newJsonParser().parseResource(Measure.class, json);
            measure.setId((String) null);
            return measure.setUrl("https://tests.meerwaarde.example/Measure/" + UUID.randomUUID());
        }
    }
}
