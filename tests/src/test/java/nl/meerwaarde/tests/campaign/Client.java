package nl.meerwaarde.tests.campaign;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import nl.meerwaarde.tests.support.Bundles;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.ServerProcess;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestEpisode;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;

/** A portal that goes on sending responses until its server is gone, and remembers what the server confirmed. */
final class Client {
    private final ServerProcess server;
    private final Fhir fhir;
    private final List<TestEpisode> episodes;
    private final ExpectedResponses expected;
    private final Random random;
    private final KneeAnswers answers;
    private final List<String> mine = new ArrayList<>();
    private int confirmed;

    Client(ServerProcess server, List<TestEpisode> episodes, ExpectedResponses expected, Random random) {
        this.server = server;
        this.fhir = server.fhir();
        this.episodes = episodes;
        this.expected = expected;
        this.random = random;
        this.answers = new KneeAnswers(random);
    }

    /**
     * Sends one thing after another; every answer must be a success.
     *
     * @return how much the server confirmed
     */
    int writeUntilTheServerIsGone() {
        try {
            while (true) {
                write();
                confirmed++;
            }
        } catch (Exception noAnswer) {
            if (!server.isGone()) {
                throw new AssertionError("A request failed while the server was there", noAnswer);
            }
            return confirmed;
        }
    }

    private void write() {
        int dice = random.nextInt(20);
        if (dice < 8 || mine.isEmpty()) {
            post();
        } else if (dice < 13) {
            put("knee-" + new UUID(random.nextLong(), random.nextLong()));
        } else if (dice < 17) {
            put(mine.get(random.nextInt(mine.size())));
        } else if (dice < 18) {
            delete(mine.remove(random.nextInt(mine.size())));
        } else {
            postNewPatient();
        }
    }

    private void post() {
        String answer = answers.answer();
        stored(fhir.post(answers.response(anyEpisode(), answer)).id(), answer);
    }

    /** A new response, or other answers, perhaps of another patient, in place of earlier ones. */
    private void put(String id) {
        String answer = answers.answer();
        QuestionnaireResponse response = answers.response(anyEpisode(), answer);
        response.setId(id);
        expected.sending(id, Optional.of(answer));
        assertThat(fhir.put(response)).succeeded();
        stored(id, answer);
    }

    private void delete(String id) {
        expected.sending(id, Optional.empty());
        assertThat(fhir.delete("QuestionnaireResponse/" + id)).succeeded();
        expected.confirmed(id, Optional.empty());
    }

    /** Patient, episode, operation and response in one transaction. */
    private void postNewPatient() {
        String answer = answers.answer();
        Bundle course = new Bundle().setType(BundleType.TRANSACTION);
        Reference patient = Bundles.create(course, Patients.unstored());
        Reference episode = Bundles.create(
                course, TestEpisode.unstored(KneeAnswers.PATHWAY, Side.LEFT).setSubject(patient));
        Procedure operation = TestEpisode.unstoredOperation(KneeAnswers.OPERATION.toString());
        operation.setSubject(patient).addBasedOn(episode).addExtension(Side.LEFT.extension());
        Bundles.create(course, operation);
        Bundles.create(course, answers.response(answer).setSubject(patient).addBasedOn(episode));
        stored(Bundles.idOf(fhir.bundle(course), "QuestionnaireResponse"), answer);
    }

    private TestEpisode anyEpisode() {
        return episodes.get(random.nextInt(episodes.size()));
    }

    private void stored(String id, String answer) {
        expected.confirmed(id, Optional.of(answer));
        if (!mine.contains(id)) {
            mine.add(id);
        }
    }
}
