package nl.meerwaarde.tests.concurrency;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.meerwaarde.tests.support.Answers;
import nl.meerwaarde.tests.support.Clients;
import nl.meerwaarde.tests.support.Facts;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Scores;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestEpisode;
import nl.meerwaarde.tests.support.TestInstrument;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

/** Eight clients writing about one patient at once. */
class ConcurrentSubmissionsIT {
    private static final int CLIENTS = 8;
    private static final String KNEE = "oxford-knee-score";

    private final Fhir fhir = TestServer.fhir();
    private final Facts facts = new Facts(TestServer.jdbc());
    private final TestPatient patient = Patients.create(fhir);
    private final TestEpisode episode = patient.episode("knee-replacement-primary", Side.LEFT);

    @Test
    void everyResponseOfOnePatientIsStoredScoredAndCounted() {
        episode.operatedOn("2026-03-01");
        for (int round = 0; round < 4; round++) {
            int month = round;
            Clients.atOnce(CLIENTS, client -> answers(month, client).submit())
                    .forEach(reply -> assertThat(reply).isCreated());
        }
        assertThat(fhir.count("QuestionnaireResponse", Map.of("subject", patient.reference())))
                .isEqualTo(4 * CLIENTS);
        assertThat(fhir.count("Observation", Map.of("subject", patient.reference())))
                .isEqualTo(4 * CLIENTS);
        assertThat(facts.all(episode.id(), "baseline", KNEE)).hasSize(4 * CLIENTS);
        assertThat(facts.counting(episode.id(), "baseline", KNEE)).contains("36");
    }

    /** Every answer is of another day; the last of all says 3 everywhere, the others 1. */
    private Answers answers(int round, int client) {
        boolean last = round == 3 && client == CLIENTS - 1;
        String day = "2026-0" + (1 + round / 2) + "-" + (10 + CLIENTS * (round % 2) + client);
        return patient.answers(KNEE).all(last ? "3" : "1").on(day);
    }

    @Test
    void baselineAndOperationThatCrossMakeAFact() {
        for (int round = 0; round < 5; round++) {
            TestPatient crossing = Patients.create(fhir);
            TestEpisode theirs = crossing.episode("knee-replacement-primary", Side.LEFT);
            Clients.atOnce(
                            2,
                            client -> client == 0
                                    ? crossing.answers(KNEE).all("2").submit()
                                    : fhir.get("Procedure/" + theirs.operatedOn("2026-03-01")))
                    .forEach(reply -> assertThat(reply).succeeded());
            assertThat(facts.all(theirs.id(), "baseline", KNEE)).containsExactly("24");
        }
    }

    /** Who comes too late may be told so, but the score always belongs to the answers that are stored. */
    @Test
    void writersOfOneResponseNeverLeaveAScoreOfOthersAnswers() {
        String id = "contested-" + UUID.randomUUID();
        patient.answers(KNEE).all("0").submitAs(id);
        List<Reply> replies = Clients.atOnce(
                CLIENTS,
                client -> patient.answers(KNEE).all(String.valueOf(client % 5)).submitAs(id));
        assertThat(replies).allMatch(reply -> List.of(200, 409, 412).contains(reply.status()));
        assertThat(replies).anyMatch(reply -> reply.status() == 200);
        QuestionnaireResponse stored = fhir.get("QuestionnaireResponse/" + id).stored(QuestionnaireResponse.class);
        assertThat(Scores.of(fhir, id).get(KNEE)).hasValue(String.valueOf(12 * answer(stored)));
    }

    private static int answer(QuestionnaireResponse response) {
        return Integer.parseInt(
                response.getItemFirstRep().getAnswerFirstRep().getValueCoding().getCode());
    }

    /** The same, when nobody has stored the response before: each of them believes to be the first. */
    @Test
    void writersOfANewResponseStoreItOnce() {
        for (int round = 0; round < 4; round++) {
            String id = "new-" + UUID.randomUUID();
            List<Reply> replies = Clients.atOnce(
                    CLIENTS,
                    client -> patient.answers(KNEE)
                            .all(String.valueOf(client % 5))
                            .submitAs(id));
            assertThat(replies)
                    .filteredOn(reply -> !List.of(200, 409, 412).contains(reply.status()))
                    .singleElement()
                    .satisfies(reply -> assertThat(reply).isCreated());
            QuestionnaireResponse stored =
                    fhir.get("QuestionnaireResponse/" + id).stored(QuestionnaireResponse.class);
            assertThat(Scores.of(fhir, id).get(KNEE)).hasValue(String.valueOf(12 * answer(stored)));
        }
    }

    @Test
    void anInstrumentThatEverybodyBringsIsStoredOnce() {
        for (int round = 0; round < 4; round++) {
            Questionnaire walk = TestInstrument.unique().number("minutes").questionnaire();
            List<Reply> replies = Clients.atOnce(CLIENTS, client -> fhir.post(walk));
            assertThat(replies)
                    .filteredOn(reply -> reply.status() != 409 && reply.status() != 422)
                    .singleElement()
                    .satisfies(reply -> assertThat(reply).isCreated());
            assertThat(fhir.count("Questionnaire", Map.of("url", walk.getUrl())))
                    .isOne();
        }
    }

    @Test
    void retriedCreatesThatCrossMakeOneResponse() {
        String submission = UUID.randomUUID().toString();
        String system = "https://portal.example.org/submissions";
        Fhir once = fhir.with("If-None-Exist", "identifier=" + system + "|" + submission);
        QuestionnaireResponse response = patient.answers(KNEE)
                .all("2")
                .change(r -> r.getIdentifier().setSystem(system).setValue(submission))
                .response();
        List<Reply> replies = Clients.atOnce(CLIENTS, client -> once.post(response));
        assertThat(replies).allMatch(reply -> reply.status() < 300 || reply.status() == 409 || reply.status() == 412);
        assertThat(fhir.count("QuestionnaireResponse", Map.of("subject", patient.reference())))
                .isOne();
        assertThat(fhir.count("Observation", Map.of("subject", patient.reference())))
                .isOne();
    }

    /** Merging takes locks on several patients, so this is where transactions could wait for each other for ever. */
    @Test
    void mergesThatCrossNeitherBreakNorLoseAnything() {
        List<TestPatient> three = List.of(Patients.create(fhir), Patients.create(fhir), Patients.create(fhir));
        List<TestEpisode> episodes = three.stream()
                .map(one -> one.episode("knee-replacement-primary", Side.LEFT))
                .toList();
        for (int round = 0; round < 4; round++) {
            List<Reply> replies = Clients.atOnce(CLIENTS, client -> relink(three, client));
            assertThat(replies).allMatch(reply -> reply.status() < 300 || reply.status() == 409);
        }
        three.forEach(one -> one.change(patient -> patient.getLink().clear()));
        for (int i = 0; i < three.size(); i++) {
            assertThat(facts.episode(episodes.get(i).id()).orElseThrow().get("patient_id"))
                    .isEqualTo(three.get(i).id());
        }
    }

    private Reply relink(List<TestPatient> three, int client) {
        TestPatient one = three.get(client % 3);
        TestPatient other = three.get((client + 1 + client / 4) % 3);
        Patient changed = Patients.unstored();
        changed.setId(one.id());
        if (client % 2 == 0) {
            changed.addLink().setType(LinkType.REPLACEDBY).setOther(new Reference(other.reference()));
        }
        return fhir.put(changed);
    }

    /** A search that runs while others write never shows a response without its score. */
    @Test
    void nobodySeesAResponseWithoutItsScore() {
        List<Reply> replies = Clients.atOnce(
                CLIENTS,
                client -> client % 2 == 0
                        ? patient.answers(KNEE).all("2").submit()
                        : fhir.search("QuestionnaireResponse", Map.of("subject", patient.reference())));
        List<String> seen = IntStream.range(0, CLIENTS)
                .filter(client -> client % 2 == 1)
                .mapToObj(client -> replies.get(client).stored(Bundle.class))
                .flatMap(bundle -> bundle.getEntry().stream())
                .map(entry -> entry.getResource().getIdElement().getIdPart())
                .distinct()
                .toList();
        seen.forEach(response -> assertThat(Scores.count(fhir, response)).isOne());
    }
}
