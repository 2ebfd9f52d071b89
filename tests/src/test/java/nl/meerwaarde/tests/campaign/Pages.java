package nl.meerwaarde.tests.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Reply;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleLinkComponent;
import org.hl7.fhir.r4.model.Resource;

/** Results that do not fit on one page. */
final class Pages {
    private Pages() {}

    /** Everything of a type that matches. */
    static <T extends Resource> List<T> all(Fhir fhir, Class<T> type, Map<String, String> parameters) {
        return entries(fhir, fhir.search(type.getSimpleName(), parameters)).stream()
                .map(BundleEntryComponent::getResource)
                .map(type::cast)
                .toList();
    }

    /** The entries of a page and of all pages after it. */
    static List<BundleEntryComponent> entries(Fhir fhir, Reply first) {
        Bundle page = first.stored(Bundle.class);
        List<BundleEntryComponent> entries = new ArrayList<>(page.getEntry());
        for (BundleLinkComponent next = page.getLink("next"); next != null; next = page.getLink("next")) {
            page = fhir.get(next.getUrl().substring(fhir.base().length()).replaceFirst("^/", ""))
                    .stored(Bundle.class);
            entries.addAll(page.getEntry());
        }
        return entries;
    }
}
