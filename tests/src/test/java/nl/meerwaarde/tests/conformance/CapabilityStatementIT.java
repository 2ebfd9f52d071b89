package nl.meerwaarde.tests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.meerwaarde.tests.support.Capabilities;
import nl.meerwaarde.tests.support.Capabilities.Operation;
import nl.meerwaarde.tests.support.Capabilities.Profile;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.ShippedGuide;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/** What the server says of itself is what the implementation guide ships: no more and no less. */
class CapabilityStatementIT {
    private final Fhir fhir = TestServer.fhir();
    private final Capabilities capabilities = Capabilities.of(fhir);

    @Test
    void everyShippedOperationIsOfferedWhereItsDefinitionSays() {
        List<Operation> promised = ShippedGuide.operations().stream()
                .flatMap(Capabilities::promisedBy)
                .toList();
        assertThat(promised).isNotEmpty();
        assertThat(capabilities.operations()).containsExactlyInAnyOrderElementsOf(promised);
    }

    @Test
    void everyShippedProfileIsSupportedByItsType() {
        List<Profile> promised =
                ShippedGuide.profiles().stream().map(Capabilities::promisedBy).toList();
        assertThat(promised).isNotEmpty();
        assertThat(capabilities.profiles()).containsExactlyInAnyOrderElementsOf(promised);
    }

    /** Who looks for the address finds our definition; reading by id gives only those that HAPI makes of its methods. */
    @Test
    void theDefinitionOfAnOperationIsTheShippedOne() {
        for (OperationDefinition shipped : ShippedGuide.operations()) {
            assertThat(fhir.search("OperationDefinition", Map.of("url", shipped.getUrl()))
                            .stored(Bundle.class)
                            .getEntry())
                    .extracting(BundleEntryComponent::getResource)
                    .singleElement()
                    .satisfies(stored -> assertThat(content(stored)).isEqualTo(content(shipped)));
        }
    }

    private static String content(Resource definition) {
        Resource content = definition.copy();
        content.setId(definition.getIdPart());
        content.setMeta(null);
        return Fhir.json(content);
    }
}
