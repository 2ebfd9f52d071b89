package nl.meerwaarde.tests.campaign;

import java.util.List;
import java.util.Optional;
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

    /** As the numbers should be: none is missing, none occurs twice. */
    List<Integer> contiguous() {
        return IntStream.rangeClosed(1, entries.size()).boxed().toList();
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
