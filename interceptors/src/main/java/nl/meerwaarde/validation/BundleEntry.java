package nl.meerwaarde.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * An entry of a Bundle as it was sent.
 *
 * @param index its place in the Bundle, from 0
 */
record BundleEntry(int index, JsonNode entry) {
    static List<BundleEntry> of(JsonNode bundle) {
        List<BundleEntry> entries = new ArrayList<>();
        bundle.path("entry").forEach(entry -> entries.add(new BundleEntry(entries.size(), entry)));
        return entries;
    }

    JsonNode resource() {
        return entry.path("resource");
    }

    /** Empty when the entry holds no resource. */
    String resourceType() {
        return resource().path("resourceType").asText();
    }

    boolean isUpdate() {
        return "PUT".equals(entry.path("request").path("method").asText());
    }
}
