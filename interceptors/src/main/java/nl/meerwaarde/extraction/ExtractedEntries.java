package nl.meerwaarde.extraction;

import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;

/** The transaction in the making. A resource with an id is to be updated under it, one without is to be created. */
final class ExtractedEntries {
    private final Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
    private final ExtractionIssues issues;

    ExtractedEntries(ExtractionIssues issues) {
        this.issues = issues;
    }

    /**
     * Adds an entry.
     *
     * @param address its full URL where the Questionnaire does not say
     */
    void add(Resource resource, String address, EntryDetails details) {
        details.resourceId().ifPresent(resource::setId);
        BundleEntryComponent entry = transaction
                .addEntry()
                .setFullUrl(details.fullUrl().orElse(address))
                .setResource(resource);
        boolean update = resource.getIdElement().hasIdPart();
        entry.getRequest()
                .setMethod(update ? HTTPVerb.PUT : HTTPVerb.POST)
                .setUrl(
                        update
                                ? resource.fhirType() + "/"
                                        + resource.getIdElement().getIdPart()
                                : resource.fhirType());
        details.addConditions(entry.getRequest(), issues);
    }

    /** Adds an entry that is complete. */
    void add(BundleEntryComponent entry) {
        transaction.addEntry(entry);
    }

    /** What is confidential, or no patient's at all, stays so in whatever is made of it. */
    void label(List<Coding> security) {
        transaction.getEntry().stream()
                .filter(BundleEntryComponent::hasResource)
                .map(entry -> entry.getResource().getMeta())
                .forEach(meta -> security.stream()
                        .filter(label -> meta.getSecurity(label.getSystem(), label.getCode()) == null)
                        .forEach(label -> meta.addSecurity(label.copy())));
    }

    Bundle transaction() {
        return transaction;
    }
}
