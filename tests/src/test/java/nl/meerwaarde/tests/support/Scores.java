package nl.meerwaarde.tests.support;

import java.util.HashMap;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;

/** The score Observations of a response, as a client finds them. */
public final class Scores {
    private Scores() {}

    /** By score code; fails when a score occurs twice. */
    public static Map<String, Observation> of(Fhir fhir, String responseId) {
        Map<String, Observation> scores = new HashMap<>();
        fhir.search("Observation", derivedFrom(responseId)).stored(Bundle.class).getEntry().stream()
                .map(entry -> (Observation) entry.getResource())
                .forEach(score -> {
                    String code = score.getCode().getCodingFirstRep().getCode();
                    if (scores.put(code, score) != null) {
                        throw new AssertionError("Response " + responseId + " has score " + code + " twice");
                    }
                });
        return scores;
    }

    /** How many there are. */
    public static int count(Fhir fhir, String responseId) {
        return fhir.count("Observation", derivedFrom(responseId));
    }

    private static Map<String, String> derivedFrom(String responseId) {
        return Map.of("derived-from", "QuestionnaireResponse/" + responseId);
    }
}
