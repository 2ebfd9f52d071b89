package nl.meerwaarde.tests.decision;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.TestServer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A wrong decision is refused with everything that is wrong and where, and nothing is stored. */
class RefusedDecisionIT {
    private final Fhir fhir = TestServer.fhir();
    private final ConsultingRoom room = new ConsultingRoom(fhir);

    @TestFactory
    Stream<DynamicTest> refusals() {
        return ConsultingRoom.DECISIONS.cases().stream()
                .map(it -> DynamicTest.dynamicTest(it.title(), () -> {
                    String broken = ConsultingRoom.DECISIONS.broken(it, room.ids());
                    assertThat(fhir.post("CarePlan", broken)).isRefusedWith(it.complaint());
                    assertThat(fhir.count("CarePlan", Map.of("part-of", room.id("episode"))))
                            .isZero();
                }));
    }

    /** Without it the refusals would prove nothing. */
    @Test
    void theDecisionThatTheCasesChangeIsFine() {
        assertThat(fhir.post(room.decision())).isCreated();
    }
}
