package nl.meerwaarde.ig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/** What is pointed at exists: examples tell one story, pathways ask instruments we ship. */
class ReferencesTest {

    @Test
    void examplesReferToExamples() {
        Set<String> known = Library.examples().values().stream()
                .map(example -> example.fhirType() + "/" + example.getIdPart())
                .collect(Collectors.toSet());
        assertThat(all(Reference.class).filter(Reference::hasReference).map(Reference::getReference))
                .isSubsetOf(known);
    }

    @Test
    void canonicalsOfOursExist() {
        Set<String> known = Library.all()
                .filter(MetadataResource.class::isInstance)
                .map(MetadataResource.class::cast)
                .flatMap(resource -> Stream.of(resource.getUrl(), resource.getUrl() + "|" + resource.getVersion()))
                .collect(Collectors.toSet());
        assertThat(all(CanonicalType.class)
                        .map(CanonicalType::getValue)
                        .filter(url -> url.startsWith("https://w3id.org/meerwaarde/")))
                .isNotEmpty()
                .isSubsetOf(known);
    }

    private static <T extends Element> Stream<T> all(Class<T> type) {
        Stream<Resource> resources =
                Stream.concat(Library.definitions().values().stream(), Library.examples().values().stream());
        return resources.flatMap(
                resource -> Library.FHIR.newTerser().getAllPopulatedChildElementsOfType(resource, type).stream());
    }
}
