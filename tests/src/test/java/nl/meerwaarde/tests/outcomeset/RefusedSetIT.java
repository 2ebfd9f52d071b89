package nl.meerwaarde.tests.outcomeset;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.TestServer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A wrong set is refused with everything that is wrong and where, and nothing is stored. */
class RefusedSetIT {
    private final Fhir fhir = TestServer.fhir();
    private final String id = UUID.randomUUID().toString();

    @TestFactory
    Stream<DynamicTest> refusals() {
        return RefusedSetCase.all().stream()
                .map(it -> DynamicTest.dynamicTest(it.title(), () -> {
                    String own = UUID.randomUUID().toString();
                    assertThat(fhir.put("PlanDefinition/" + own, it.set(own))).isRefusedWith(it.complaints());
                    assertThat(fhir.get("PlanDefinition/" + own)).hasStatus(404);
                }));
    }

    /** Without it the refusals would prove nothing. */
    @Test
    void theSetThatTheCasesChangeIsFine() {
        assertThat(fhir.put("PlanDefinition/" + id, RefusedSetCase.valid(id))).isCreated();
        assertThat(fhir.delete("PlanDefinition/" + id)).succeeded();
    }
}
