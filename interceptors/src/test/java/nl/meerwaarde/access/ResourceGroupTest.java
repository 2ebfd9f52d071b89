package nl.meerwaarde.access;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of every type that is of patients it can be told whose a resource is, and by the same element it is searched for. */
class ResourceGroupTest {
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final Set<String> OTHERWISE = Set.of("Patient", "AuditEvent");

    static Stream<String> typesOfPatients() {
        return CsvTable.rows("resource-groups.csv").stream()
                .filter(row -> !Set.of("-", "requester").contains(row.get("patients")))
                .flatMap(row -> Stream.of(row.get("types").split(" ")));
    }

    @ParameterizedTest
    @MethodSource("typesOfPatients")
    void aResourceIsWhoseItIsFoundBy(String type) {
        String parameter = ResourceGroup.of(type).patients();
        assertThat(FHIR.getResourceDefinition(type).getSearchParam(parameter))
                .as(type + "?" + parameter)
                .isNotNull();
        if (OTHERWISE.contains(type)) {
            return;
        }
        Resource resource = (Resource) FHIR.getResourceDefinition(type).newInstance();
        String element = Stream.of("subject", "patient", "for")
                .filter(name -> resource.getNamedProperty(name) != null)
                .reduce((one, another) -> one + " and " + another)
                .orElseThrow();
        resource.setProperty(element, new Reference("Patient/p1"));
        assertThat(Ownership.of(resource)).containsExactly("p1");
        assertThat(FHIR.getResourceDefinition(type).getSearchParam(parameter).getPath())
                .contains(type + "." + element);
    }

    @ParameterizedTest
    @MethodSource("typesOfPatients")
    void whoIsStoredElsewhereOwnsNothingHere(String type) {
        if (OTHERWISE.contains(type)) {
            return;
        }
        Resource resource = (Resource) FHIR.getResourceDefinition(type).newInstance();
        Stream.of("subject", "patient", "for")
                .filter(name -> resource.getNamedProperty(name) != null)
                .forEach(name -> resource.setProperty(name, new Reference("https://elsewhere.test/fhir/Patient/p1")));
        assertThat(Ownership.of(resource)).isEmpty();
    }
}
