package nl.meerwaarde.validation;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An entry of a Bundle as it was sent.
 *
 * @param index its place in the Bundle, from 0
 */
record BundleEntry(int index, JsonNode entry) {
    JsonNode resource() {
        return entry.path("resource");
    }

    /** Empty when the entry holds no resource. */
    String resourceType() {
        return resource().path("resourceType").asText();
    }

    /** Whether other entries may refer to it by this address. */
    boolean hasAddress(String address) {
        return address.equals(entry.path("fullUrl").asText())
                || address.equals(entry.path("request").path("url").asText());
    }

    boolean isUpdate() {
        return "PUT".equals(entry.path("request").path("method").asText());
    }
}
