package nl.meerwaarde.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import nl.meerwaarde.alert.AlarmingResponse;
import org.hl7.fhir.r4.model.Reference;

/**
 * A Bundle as it was sent.
 *
 * @param entries in their order
 */
record SentBundle(List<BundleEntry> entries) {
    static SentBundle of(JsonNode bundle) {
        List<BundleEntry> entries = new ArrayList<>();
        bundle.path("entry").forEach(entry -> entries.add(new BundleEntry(entries.size(), entry)));
        return new SentBundle(entries);
    }

    /** The response with what the Bundle says of its patient, where the patient comes in the same Bundle: when that is refused, nothing else tells who it was. */
    AlarmingResponse identified(AlarmingResponse response) {
        String address = String.valueOf(response.subject().getReference());
        return entries.stream()
                .filter(entry -> entry.resourceType().equals("Patient") && entry.hasAddress(address))
                .findFirst()
                .map(entry -> response.of(identified(response.subject(), entry.resource())))
                .orElse(response);
    }

    private static Reference identified(Reference subject, JsonNode patient) {
        Reference identified = subject.copy();
        JsonNode identifier = patient.path("identifier").path(0);
        if (identifier.hasNonNull("value")) {
            identified
                    .getIdentifier()
                    .setSystem(identifier.path("system").asText(null))
                    .setValue(identifier.path("value").asText());
        }
        JsonNode name = patient.path("name").path(0);
        String spoken = name.path("text").asText(name.path("family").asText(""));
        return spoken.isEmpty() ? identified : identified.setDisplay(spoken);
    }
}
