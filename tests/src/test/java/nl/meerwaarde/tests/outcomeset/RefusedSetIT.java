package nl.meerwaarde.tests.outcomeset;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.meerwaarde.tests.support.BrokenResource;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.TestServer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A wrong set is refused with everything that is wrong and where, and nothing is stored. */
class RefusedSetIT {
    private static final BrokenResource.File SETS = BrokenResource.read(RefusedSetIT.class, "refused-sets.json");

    private final Fhir fhir = TestServer.fhir();
    private final String id = UUID.randomUUID().toString();

    @TestFactory
    Stream<DynamicTest> refusals() {
        return SETS.cases().stream()
                .map(it -> DynamicTest.dynamicTest(it.title(), () -> {
                    String own = UUID.randomUUID().toString();
                    assertThat(fhir.put("PlanDefinition/" + own, SETS.broken(it, Map.of("id", own))))
                            .isRefusedWith(it.complaint());
                    assertThat(fhir.get("PlanDefinition/" + own)).hasStatus(404);
                }));
    }

    /** Without it the refusals would prove nothing. */
    @Test
    void theSetThatTheCasesChangeIsFine() {
        assertThat(fhir.put("PlanDefinition/" + id, SETS.valid(Map.of("id", id))))
                .isCreated();
        assertThat(fhir.delete("PlanDefinition/" + id)).succeeded();
    }
}
