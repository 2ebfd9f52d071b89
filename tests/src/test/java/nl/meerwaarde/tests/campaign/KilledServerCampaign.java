package nl.meerwaarde.tests.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.meerwaarde.tests.support.Clients;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.ServerProcess;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestEpisode;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that is killed while clients write: nothing it confirmed is lost, and whatever it kept has all that follows from it. */
class KilledServerCampaign {
    private static final int CLIENTS = 6;
    private static final int PATIENTS = 20;
    private static final Duration FIRST_MOMENT = Duration.ofSeconds(4);
    private static final Duration LAST_MOMENT = Duration.ofSeconds(20);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final Rounds rounds = Rounds.asked();
    private final ExpectedResponses expected = new ExpectedResponses();
    private final List<TestEpisode> episodes = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void nothingConfirmedIsLostAndNothingDerivedIsWrong(StoreKind kind) {
        Store store = kind.fresh(folder);
        for (int round = 1; round <= rounds.count(); round++) {
            int confirmed = writeUntilKilled(store, rounds.chance(round));
            DerivedTables left = store.tables();
            StoredResponses stored = checkRestarted(store, rounds.inRound(round));
            assertThat(left.differencesFrom(store.tables()))
                    .as("facts before and after a rebuild, " + rounds.inRound(round))
                    .isEmpty();
            assertThat(left.scoredSources())
                    .as("responses in the facts, " + rounds.inRound(round))
                    .isEqualTo(stored.sources());
            rounds.say(
                    "{}, round {}: {} requests confirmed, {} responses stored",
                    kind,
                    round,
                    confirmed,
                    stored.answers().size());
        }
    }

    /** Gives how many requests were confirmed. */
    private int writeUntilKilled(Store store, Random random) {
        try (ServerProcess server = store.serve()) {
            if (episodes.isEmpty()) {
                admitPatients(server.fhir());
            }
            List<Client> clients = Stream.generate(
                            () -> new Client(server, episodes, expected, new Random(random.nextLong())))
                    .limit(CLIENTS)
                    .toList();
            return writeUntilKilled(server, clients, moment(random));
        }
    }

    private void admitPatients(Fhir fhir) {
        IntStream.range(0, PATIENTS)
                .mapToObj(i -> Patients.create(fhir).episode(KneeAnswers.PATHWAY, Side.LEFT))
                .forEach(episodes::add);
        episodes.forEach(episode -> episode.operatedOn(KneeAnswers.OPERATION.toString()));
    }

    private Duration moment(Random random) {
        long range = LAST_MOMENT.minus(FIRST_MOMENT).toMillis();
        Duration moment = FIRST_MOMENT.plusMillis((long) (random.nextDouble() * range));
        rounds.say("The server is killed after {} ms", moment.toMillis());
        return moment;
    }

    private static int writeUntilKilled(ServerProcess server, List<Client> clients, Duration moment) {
        CompletableFuture<Void> killed = CompletableFuture.runAsync(
                server::kill, CompletableFuture.delayedExecutor(moment.toMillis(), TimeUnit.MILLISECONDS));
        List<Integer> confirmed =
                Clients.atOnce(clients.size(), client -> clients.get(client).writeUntilTheServerIsGone());
        killed.join();
        return confirmed.stream().mapToInt(Integer::intValue).sum();
    }

    /** Looks over the public interface, and ends with a rebuild. */
    private StoredResponses checkRestarted(Store store, String where) {
        try (ServerProcess server = store.serve()) {
            Fhir fhir = server.fhir();
            StoredResponses stored = StoredResponses.read(fhir);
            assertThat(expected.contradictions(stored.answers()))
                    .as("stored and confirmed, " + where)
                    .isEmpty();
            assertThat(expected.unheardOf(stored.answers()))
                    .as("stored but not confirmed, " + where)
                    .hasSizeLessThanOrEqualTo(CLIENTS);
            expected.settle(stored.answers());
            checkWhatFollows(fhir, stored, where);
            assertThat(Rebuild.ofEverything(fhir)).as("patients, " + where).isEqualTo(count(fhir, "Patient"));
            return stored;
        }
    }

    private static void checkWhatFollows(Fhir fhir, StoredResponses stored, String where) {
        assertThat(stored.answers()).as("responses, " + where).isNotEmpty();
        assertThat(stored.wronglyScored()).as("scores, " + where).isEmpty();
        assertThat(count(fhir, "Observation"))
                .as("scores of no response, " + where)
                .isEqualTo(stored.answers().size());
        int patients = count(fhir, "Patient");
        assertThat(count(fhir, "CarePlan")).as("episodes, " + where).isEqualTo(patients);
        assertThat(count(fhir, "Procedure")).as("operations, " + where).isEqualTo(patients);
    }

    private static int count(Fhir fhir, String type) {
        return fhir.count(type, Map.of());
    }
}
