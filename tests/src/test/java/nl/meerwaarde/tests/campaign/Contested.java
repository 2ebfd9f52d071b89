package nl.meerwaarde.tests.campaign;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestEpisode;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/**
 * Resources that everybody writes at once.
 *
 * @param episodes of two patients
 * @param operations ids of Procedures, one for each episode
 * @param responses ids that clients choose for responses
 * @param submissions identifiers of responses that clients send again when they are not sure
 */
record Contested(
        List<TestEpisode> episodes, List<String> operations, List<String> responses, List<String> submissions) {
    /** Stored, each in its first version. */
    static Contested create(Fhir fhir, Random random) {
        List<TestEpisode> episodes = Stream.generate(
                        () -> Patients.create(fhir).episode(KneeAnswers.PATHWAY, Side.LEFT))
                .limit(2)
                .toList();
        List<String> operations = episodes.stream()
                .map(episode -> episode.operatedOn(KneeAnswers.OPERATION.toString()))
                .toList();
        List<String> responses = names();
        responses.forEach(id -> answer(fhir, episodes.get(0), id, new KneeAnswers(random)));
        return new Contested(episodes, operations, responses, names());
    }

    private static void answer(Fhir fhir, TestEpisode episode, String id, KneeAnswers answers) {
        QuestionnaireResponse response = answers.response(episode, answers.answer());
        response.setId(id);
        assertThat(fhir.put(response)).isCreated();
    }

    private static List<String> names() {
        return IntStream.range(0, 4)
                .mapToObj(i -> "contested-" + UUID.randomUUID())
                .toList();
    }
}
