package nl.meerwaarde.notification;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.ig.ImplementationGuide;
import org.hl7.fhir.r4.model.Basic;

/** The topics that the implementation guide ships. */
class Topics {
    private final List<Topic> all;

    Topics(List<Topic> all) {
        this.all = List.copyOf(all);
    }

    /** @param areRecorded whether accesses are: where they are not, there is nothing to tell of them */
    static Topics shipped(FhirContext fhirContext, boolean areRecorded) {
        return new Topics(ImplementationGuide.definitions().stream()
                .filter(name -> name.startsWith("Basic-"))
                .map(name -> TopicReading.read(basic(fhirContext, name)))
                .filter(topic -> areRecorded || topic.trigger().event() == null)
                .toList());
    }

    private static Basic basic(FhirContext fhirContext, String name) {
        try (InputStream json = ImplementationGuide.open(name)) {
            return fhirContext.newJsonParser().parseResource(Basic.class, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The topic with this address, with or without its version. */
    Optional<Topic> find(String canonical) {
        CanonicalReference reference = CanonicalReference.parse(canonical);
        return all.stream()
                .filter(topic -> topic.url().equals(reference.url())
                        && (reference.version() == null || topic.version().equals(reference.version())))
                .findFirst();
    }

    List<String> addresses() {
        return all.stream().map(Topic::url).toList();
    }
}
