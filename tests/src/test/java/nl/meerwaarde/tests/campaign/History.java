package nl.meerwaarde.tests.campaign;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.meerwaarde.tests.support.Fhir;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/**
 * Every version of a resource, as a node tells it.
 *
 * @param path the resource
 * @param entries in the order of HAPI, which is that of the beginnings of their transactions; a deletion has no resource
 */
record History(String path, List<BundleEntryComponent> entries) {
    static History of(Fhir fhir, String path) {
        return new History(path, Pages.entries(fhir, fhir.get(path + "/_history")));
    }

    /** The numbers of the versions, ascending. */
    List<Integer> versions() {
        return entries.stream().map(History::version).sorted().toList();
    }

    /**
     * As the numbers should be: none occurs twice, and none is missing but the one after a deletion. That one HAPI leaves out when what comes back refers to another
     * resource, whatever its type: looking for the other one writes the row of this one too early.
     */
    List<Integer> complete() {
        Set<Integer> there = new HashSet<>(versions());
        Set<Integer> mayBeMissing = entries.stream()
                .filter(entry -> !entry.hasResource())
                .map(deletion -> version(deletion) + 1)
                .collect(Collectors.toSet());
        int last = there.stream().max(Comparator.naturalOrder()).orElse(0);
        return IntStream.rangeClosed(1, last)
                .boxed()
                .filter(number -> there.contains(number) || !mayBeMissing.contains(number))
                .toList();
    }

    /** The answer to every question in a version of a response; empty where that version is a deletion or does not exist. */
    Optional<String> answerIn(String version) {
        return entries.stream()
                .filter(entry -> version.equals(String.valueOf(version(entry))))
                .map(BundleEntryComponent::getResource)
                .filter(QuestionnaireResponse.class::isInstance)
                .map(response -> KneeAnswers.answerIn((QuestionnaireResponse) response))
                .findFirst();
    }

    /** A deletion says its number in its request only. */
    private static int version(BundleEntryComponent entry) {
        return Integer.parseInt(
                entry.hasResource()
                        ? entry.getResource().getMeta().getVersionId()
                        : new IdType(entry.getRequest().getUrl()).getVersionIdPart());
    }
}
