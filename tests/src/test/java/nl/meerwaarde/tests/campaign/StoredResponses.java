package nl.meerwaarde.tests.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.meerwaarde.tests.support.Fhir;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/**
 * The responses to the Oxford Knee Score that a server has, and the scores it finds by them.
 *
 * @param answers by response id, the answer to every question
 * @param scores by response id, the values of the Observations derived from it
 */
record StoredResponses(Map<String, String> answers, Map<String, List<String>> scores) {
    /** So many responses are named in one search for scores. */
    private static final int CHUNK = 40;

    static StoredResponses read(Fhir fhir) {
        Map<String, String> answers = new TreeMap<>();
        Pages.all(fhir, QuestionnaireResponse.class, Map.of()).stream()
                .filter(KneeAnswers::isAnsweredBy)
                .forEach(response -> answers.put(response.getIdElement().getIdPart(), KneeAnswers.answerIn(response)));
        return new StoredResponses(answers, scores(fhir, List.copyOf(answers.keySet())));
    }

    private static Map<String, List<String>> scores(Fhir fhir, List<String> responses) {
        Map<String, List<String>> scores = new TreeMap<>();
        for (int start = 0; start < responses.size(); start += CHUNK) {
            String derivedFrom = responses.subList(start, Math.min(start + CHUNK, responses.size())).stream()
                    .map("QuestionnaireResponse/"::concat)
                    .collect(Collectors.joining(","));
            Pages.all(fhir, Observation.class, Map.of("derived-from", derivedFrom)).stream()
                    .forEach(score -> scores.computeIfAbsent(source(score), response -> new ArrayList<>())
                            .add(KneeAnswers.valueOf(score)));
        }
        return scores;
    }

    private static String source(Observation score) {
        return score.getDerivedFromFirstRep().getReferenceElement().getIdPart();
    }

    /** Where a response does not have exactly the one score that it is worth. */
    List<String> wronglyScored() {
        return answers.entrySet().stream()
                .filter(response ->
                        !List.of(KneeAnswers.worth(response.getValue())).equals(scores.get(response.getKey())))
                .map(response -> response.getKey() + " answers " + response.getValue() + " and has scores "
                        + scores.get(response.getKey()))
                .toList();
    }

    /** How the rows of scores name the responses. */
    List<String> sources() {
        return answers.keySet().stream()
                .map("QuestionnaireResponse/"::concat)
                .sorted()
                .toList();
    }
}
