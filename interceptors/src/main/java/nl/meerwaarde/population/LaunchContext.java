package nl.meerwaarde.population;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.ExtensionLookup;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Resource;

/**
 * What a form is launched with: resources by the name under which its expressions find them. The patient is always there.
 *
 * @param patient id of the one the form is about
 */
record LaunchContext(String patient, Map<String, List<Resource>> byName) {
    LaunchContext {
        byName = Map.copyOf(byName);
    }

    /** The same without what goes by other names. */
    LaunchContext only(Set<String> names) {
        return new LaunchContext(
                patient,
                byName.entrySet().stream()
                        .filter(entry -> names.contains(entry.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** The side that the form is about: where something it is launched with (an episode, an operation) names one. */
    Optional<Coding> side() {
        return byName.values().stream()
                .flatMap(List::stream)
                .filter(DomainResource.class::isInstance)
                .map(resource -> ((DomainResource) resource).getExtension())
                .flatMap(extensions -> ExtensionLookup.value(extensions, Canonicals.Extensions.LATERALITY).stream())
                .filter(Coding.class::isInstance)
                .map(Coding.class::cast)
                .filter(coding -> Code.of(coding).isPresent())
                .findFirst();
    }

    /** The first resource of a type, under whichever name. */
    <T extends Resource> Optional<T> first(Class<T> type) {
        return byName.values().stream()
                .flatMap(List::stream)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
