package nl.meerwaarde.tests.refusal;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Patches that cannot be applied ({@code patches.json}) are refused and change nothing. */
class AwkwardPatchesIT {
    private final Fhir fhir = TestServer.fhir();

    private record Patch(
            String title,
            @Nullable Operation fhirPath,
            @Nullable JsonNode jsonPatch) {}

    private record Operation(
            String type, @Nullable String path, @Nullable String value) {
        String parameters() {
            Parameters parameters = new Parameters();
            ParametersParameterComponent operation = parameters.addParameter().setName("operation");
            operation.addPart().setName("type").setValue(new CodeType(type));
            if (path != null) {
                operation.addPart().setName("path").setValue(new StringType(path));
            }
            if (value != null) {
                operation.addPart().setName("value").setValue(new StringType(value));
            }
            return Fhir.json(parameters);
        }
    }

    @TestFactory
    Stream<DynamicTest> patches() throws IOException {
        try (InputStream json = AwkwardPatchesIT.class.getResourceAsStream("patches.json")) {
            return Stream.of(new ObjectMapper().readValue(json, Patch[].class))
                    .map(patch -> dynamicTest(patch.title(), () -> check(patch)));
        }
    }

    private void check(Patch patch) {
        TestPatient patient = Patients.create(
                fhir, p -> p.addContact().addRelationship().addCoding().setCode("N"));
        Reply reply = patch.fhirPath() == null
                ? fhir.patch(patient.reference(), String.valueOf(patch.jsonPatch()))
                : fhir.patchByFhirPath(patient.reference(), patch.fhirPath().parameters());
        assertThat(reply.status()).as(reply::toString).isBetween(400, 499);
        assertThat(reply).leaksNothing();
        assertThat(fhir.get(patient.reference()).stored(Patient.class).getMeta().getVersionId())
                .isEqualTo("1");
    }
}
