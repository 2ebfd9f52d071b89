package nl.meerwaarde.extraction;

import ca.uhn.fhir.context.FhirContext;
import java.util.Optional;
import nl.meerwaarde.fhir.Fingerprint;
import nl.meerwaarde.score.ScoreObservations;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/**
 * Ids of what is extracted, computed from the response and a place in it: who extracts twice and runs both has written the same resources twice, not twice
 * as many.
 */
final class ExtractedIds {
    private final QuestionnaireResponse response;
    private final String seed;

    ExtractedIds(FhirContext fhirContext, QuestionnaireResponse response) {
        this.response = response;
        this.seed = responseId()
                .orElseGet(() -> Fingerprint.of(fhirContext.newJsonParser().encodeResourceToString(response)));
    }

    /** The id of the response; one that was never stored has none, and neither has what is extracted from it. */
    Optional<String> responseId() {
        return Optional.ofNullable(response.getIdElement().getIdPart());
    }

    /** The id that the resource made at a place has on every server. */
    String id(String place) {
        return Fingerprint.uuid5(ScoreObservations.NAMESPACE, seed + "|" + place)
                .toString();
    }

    /** An address by which the entries of the transaction refer to each other. */
    String address(String place) {
        return "urn:uuid:" + id("address|" + place);
    }
}
