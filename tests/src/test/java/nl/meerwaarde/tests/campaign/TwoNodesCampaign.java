package nl.meerwaarde.tests.campaign;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.tests.support.Answers;
import nl.meerwaarde.tests.support.Clients;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Facts;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Report;
import nl.meerwaarde.tests.support.ScoreDefinitions;
import nl.meerwaarde.tests.support.Scores;
import nl.meerwaarde.tests.support.TestEpisode;
import nl.meerwaarde.tests.support.TestInstrument;
import nl.meerwaarde.tests.support.TestPatient;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Questionnaire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Clients that meet two servers on one database. Nothing is awaited here: a node looks definitions up in the database, request by request, so that what
 * one node confirmed holds for the next request to the other.
 */
class TwoNodesCampaign {
    private static final int CLIENTS = 8;
    private static final int REQUESTS = 40;
    private static final int EPISODES = 20;
    private static final String KNEE = KneeAnswers.INSTRUMENT;
    private static final Rounds ROUNDS = Rounds.asked();

    private static Nodes nodes;

    @BeforeAll
    static void start() {
        nodes = Nodes.start();
    }

    @AfterAll
    static void stop() {
        if (nodes != null) {
            nodes.close();
        }
    }

    @AfterEach
    void factsEqualARebuild() {
        DerivedTables before = nodes.store().sharedTables();
        Rebuild.ofEverything(nodes.other());
        assertThat(before.differencesFrom(nodes.store().sharedTables()))
                .as("facts before and after a rebuild")
                .isEmpty();
    }

    @Test
    void whatBothNodesAreSentAtOnceIsStoredAndScoredOnce() {
        for (int round = 1; round <= ROUNDS.count(); round++) {
            String where = ROUNDS.inRound(round);
            Random random = ROUNDS.chance(round);
            Contested contested = Contested.create(nodes.one(), random);
            check(send(contested, random), contested, where);
        }
    }

    @Test
    void aResponseThatNobodyStoredYetIsStoredOnceWhenBothNodesAreSentIt() {
        Random random = ROUNDS.chance(0);
        Contested contested = Contested.create(nodes.one(), random);
        List<Sent> sent = new ArrayList<>();
        for (int round = 1; round <= 10 * ROUNDS.count(); round++) {
            String id = "first-" + UUID.randomUUID();
            long seed = random.nextLong();
            sent.addAll(Clients.atOnce(
                    CLIENTS,
                    client ->
                            new Contender(List.of(nodes.of(client)), contested, new Random(seed + client)).sendAs(id)));
        }
        check(sent, contested, ROUNDS.inRound(0));
    }

    private static void check(List<Sent> sent, Contested contested, String where) {
        ROUNDS.say(
                "{} requests, {} came too late",
                sent.size(),
                sent.stream().filter(Sent::cameTooLate).count());
        assertThat(sent)
                .as("neither done nor told to come too late, " + where)
                .filteredOn(one -> !one.succeeded() && !one.cameTooLate())
                .isEmpty();
        nodes.both().forEach(node -> checkStored(node, contested, sent, where));
    }

    private static List<Sent> send(Contested contested, Random random) {
        List<Long> seeds = random.longs(CLIENTS).boxed().toList();
        return Clients.atOnce(
                        CLIENTS,
                        client -> new Contender(nodes.both(), contested, new Random(seeds.get(client))).send(REQUESTS))
                .stream()
                .flatMap(Collection::stream)
                .toList();
    }

    private static void checkStored(Fhir node, Contested contested, List<Sent> sent, String where) {
        StoredResponses stored = StoredResponses.read(node);
        assertThat(stored.answers()).as("responses, " + where).isNotEmpty();
        assertThat(stored.wronglyScored()).as("scores, " + where).isEmpty();
        assertThat(node.count("Observation", Map.of("code", KneeAnswers.scoreToken())))
                .as("scores of no response, " + where)
                .isEqualTo(stored.answers().size());
        contested
                .submissions()
                .forEach(submission ->
                        assertThat(Contender.count(node, submission)).as(where).isLessThanOrEqualTo(1));
        sent.stream()
                .filter(Sent::succeeded)
                .filter(one -> !one.path().isEmpty())
                .collect(Collectors.groupingBy(Sent::path))
                .forEach((path, changes) -> checkHistory(node, path, changes, where));
        contested.responses().stream()
                .flatMap(response -> Scores.of(node, response).values().stream())
                .map(score -> "Observation/" + score.getIdElement().getIdPart())
                .forEach(score -> checkHistory(node, score, List.of(), where));
    }

    /** Every version is there once and holds what its client was told. */
    private static void checkHistory(Fhir node, String path, List<Sent> changes, String where) {
        History history = History.of(node, path);
        assertThat(history.versions()).as(path + ", " + where).isEqualTo(history.complete());
        changes.stream()
                .filter(change -> change.answer().isPresent())
                .forEach(change -> assertThat(history.answerIn(change.version()))
                        .as(path + " version " + change.version() + ", " + where)
                        .isEqualTo(change.answer()));
    }

    @Test
    void anInstrumentOfOneNodeScoresTheNextResponseOnTheOther() {
        String code = "walk-" + UUID.randomUUID();
        TestInstrument walk = TestInstrument.unique().number("minutes").score(code, twice("minutes"));
        Answers answers = minutes(walk.questionnaire(), 2.333);
        assertThat(answers.submit()).isRefusedAlsoWith(unknown(walk));
        assertThat(nodes.one().post(ScoreDefinitions.of(code))).isCreated();
        assertThat(nodes.one().post(walk.questionnaire())).isCreated();
        assertThat(score(answers.submit(), code)).hasValue("4.7");

        TestInstrument next = walk.next("1.1.0").number("minutes").score(code, twice("minutes") + " + 1");
        assertThat(nodes.one().post(next.questionnaire())).isCreated();
        Answers unversioned = minutes(next.questionnaire(), 2.333)
                .change(r -> r.setQuestionnaire(next.questionnaire().getUrl()));
        assertThat(score(unversioned.submit(), code)).hasValue("5.7");
    }

    @Test
    void anInstrumentThatIsDeletedOnOneNodeIsUnknownOnTheOther() {
        TestInstrument walk = TestInstrument.unique().number("minutes").score("walk", twice("minutes"));
        String id = nodes.one().post(walk.questionnaire()).id();
        Answers answers = minutes(walk.questionnaire(), 2);
        String response = answers.submit().id();
        assertThat(nodes.other().delete("QuestionnaireResponse/" + response)).succeeded();
        assertThat(nodes.one().delete("Questionnaire/" + id)).succeeded();
        assertThat(answers.submit()).isRefusedAlsoWith(unknown(walk));
    }

    /** Two administrators, or one whose request was sent again. */
    @Test
    void anInstrumentThatBothNodesAreSentAtOnceIsStoredOnce() {
        for (int round = 1; round <= 10 * ROUNDS.count(); round++) {
            TestInstrument walk = TestInstrument.unique().number("minutes").score("walk", twice("minutes"));
            List<Reply> replies =
                    Clients.atOnce(CLIENTS, client -> nodes.of(client).post(walk.questionnaire()));
            assertThat(replies)
                    .filteredOn(reply -> reply.status() != 409 && reply.status() != 422)
                    .singleElement()
                    .satisfies(reply -> assertThat(reply).isCreated());
            nodes.both()
                    .forEach(node -> assertThat(node.count(
                                    "Questionnaire",
                                    Map.of("url", walk.questionnaire().getUrl())))
                            .isOne());
            assertThat(score(minutes(walk.questionnaire(), 2).submit(), "walk")).hasValue("4");
        }
    }

    @Test
    void aPathwayAndAMeasureOfOneNodeAreAnsweredByTheOther() {
        OwnPathway pathway = OwnPathway.unstored(nodes.one());
        assertThat(nodes.one().post(pathway.definition())).isCreated();
        String measure = nodes.one().post(pathway.measure(nodes.one())).id();
        TestEpisode episode = pathway.start(Patients.create(nodes.other()));
        episode.operatedOn("2024-06-01");
        answered(episode, "1", "2024-05-20");
        answered(episode, "3", "2024-12-01");
        Report report = new Report(
                nodes.other().get("Measure/" + measure + "/$evaluate-measure?periodStart=2024&periodEnd=2024"));
        assertThat(report.value("mean-gain")).isEqualByComparingTo("24");
    }

    private static void answered(TestEpisode episode, String answer, String day) {
        assertThat(episode.patient()
                        .answers(KNEE)
                        .all(answer)
                        .on(day)
                        .basedOn(episode)
                        .submit())
                .isCreated();
    }

    /** Episodes may name a pathway before it is stored; some of these are stored while it is. */
    @Test
    void episodesThatCrossWithTheirPathwayFollowIt() {
        for (int round = 1; round <= ROUNDS.count(); round++) {
            OwnPathway pathway = OwnPathway.unstored(nodes.one());
            List<List<String>> ids = Clients.atOnce(
                    CLIENTS,
                    client -> client == 0
                            ? List.of(nodes.one().post(pathway.definition()).id())
                            : episodes(pathway, nodes.of(client)));
            List<String> episodes =
                    ids.stream().skip(1).flatMap(Collection::stream).toList();
            assertThat(episodes)
                    .as("episodes without facts, " + ROUNDS.inRound(round))
                    .filteredOn(episode -> facts().episode(episode).isEmpty())
                    .isEmpty();
        }
    }

    private static List<String> episodes(OwnPathway pathway, Fhir node) {
        TestPatient patient = Patients.create(node);
        return Stream.generate(() -> pathway.start(patient).id())
                .limit(EPISODES)
                .toList();
    }

    private static Facts facts() {
        return new Facts(nodes.store().jdbc());
    }

    private static Answers minutes(Questionnaire walk, Number minutes) {
        return Answers.to(walk).of(Patients.create(nodes.other())).answer("minutes", minutes);
    }

    private static Observation score(Reply submitted, String code) {
        Observation score = Scores.of(nodes.one(), submitted.id()).get(code);
        assertThat((Object) score).as("score after " + submitted).isNotNull();
        return score;
    }

    private static Complaint unknown(TestInstrument walk) {
        return new Complaint(
                ProblemCode.UNKNOWN_QUESTIONNAIRE,
                "QuestionnaireResponse.questionnaire",
                walk.questionnaire().getUrl());
    }

    private static String twice(String linkId) {
        return "%resource.item.where(linkId = '" + linkId + "').answer.value * 2";
    }
}
