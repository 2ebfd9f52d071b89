package nl.meerwaarde.tests.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.meerwaarde.tests.support.Clients;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.FhirAssert;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.ServerProcess;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that is killed while clients read: whatever somebody got is in the audit trail, and the chain of seals holds. */
class AuditKillCampaign {
    private static final int CLIENTS = 6;
    private static final int PATIENTS = 20;
    private static final Duration FIRST_MOMENT = Duration.ofSeconds(4);
    private static final Duration LAST_MOMENT = Duration.ofSeconds(15);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final Rounds rounds = Rounds.asked();
    private final Set<String> answered = ConcurrentHashMap.newKeySet();

    @ParameterizedTest
    @EnumSource
    void nothingThatSomebodyGotIsMissing(StoreKind kind) {
        Store store = kind.fresh(folder);
        for (int round = 1; round <= rounds.count(); round++) {
            readUntilKilled(store, rounds.chance(round));
            Set<String> recorded =
                    Set.copyOf(store.left().queryForList("select distinct request from mw_audit_entry", String.class));
            assertThat(recorded)
                    .as("requests in the trail, " + rounds.inRound(round))
                    .containsAll(answered);
            rounds.say("{}, round {}: {} requests answered, all recorded", kind, round, answered.size());
        }
        try (ServerProcess server = store.serve()) {
            Parameters report = server.fhir().get("$verify-audit").stored(Parameters.class);
            assertThat(report.getParameterBool("valid")).as(Fhir.json(report)).isTrue();
        }
    }

    private void readUntilKilled(Store store, Random random) {
        try (ServerProcess server = store.serve()) {
            List<String> patients = Stream.generate(
                            () -> Patients.create(server.fhir()).reference())
                    .limit(PATIENTS)
                    .toList();
            long range = LAST_MOMENT.minus(FIRST_MOMENT).toMillis();
            Duration moment = FIRST_MOMENT.plusMillis((long) (random.nextDouble() * range));
            CompletableFuture<Void> killed = CompletableFuture.runAsync(
                    server::kill, CompletableFuture.delayedExecutor(moment.toMillis(), TimeUnit.MILLISECONDS));
            List<Random> chances = Stream.generate(() -> new Random(random.nextLong()))
                    .limit(CLIENTS)
                    .toList();
            Clients.atOnce(CLIENTS, client -> readUntilTheServerIsGone(server, patients, chances.get(client)));
            killed.join();
        }
    }

    private boolean readUntilTheServerIsGone(ServerProcess server, List<String> patients, Random random) {
        try {
            while (true) {
                String request = UUID.randomUUID().toString();
                Fhir fhir = server.fhir().with("X-Request-Id", request);
                String patient = patients.get(random.nextInt(patients.size()));
                FhirAssert.assertThat(
                                random.nextBoolean()
                                        ? fhir.get(patient)
                                        : fhir.get("Patient?_id=" + patient.replace("Patient/", "")))
                        .succeeded();
                answered.add(request);
            }
        } catch (Exception noAnswer) {
            if (!server.isGone()) {
                throw new AssertionError("A request failed while the server was there", noAnswer);
            }
            return true;
        }
    }
}
