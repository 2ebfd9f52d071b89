package nl.meerwaarde.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.junit.jupiter.api.Test;

class ProblemCodeTest {
    @Test
    void everyProblemIsInTheCodeSystemAndNoOther() throws IOException {
        try (InputStream json = Canonicals.class.getResourceAsStream("CodeSystem-problem.json")) {
            CodeSystem problems = FhirContext.forR4Cached().newJsonParser().parseResource(CodeSystem.class, json);
            assertThat(Arrays.stream(ProblemCode.values()).map(ProblemCode::code))
                    .containsExactlyInAnyOrderElementsOf(problems.getConcept().stream()
                            .map(ConceptDefinitionComponent::getCode)
                            .toList());
        }
    }
}
