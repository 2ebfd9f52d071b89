package nl.meerwaarde.tests.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Receiver;
import nl.meerwaarde.tests.support.Receiver.Received;
import nl.meerwaarde.tests.support.ServerProcess;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import nl.meerwaarde.tests.support.TestSubscription;
import org.awaitility.Awaitility;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that is killed while it stores and sends: everything that is stored is told, in order, whatever came in between. */
class SubscriptionRestartCampaign {
    private static final String KNEE = "oxford-knee-score";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final Rounds rounds = Rounds.asked();

    @ParameterizedTest
    @EnumSource
    void whatIsStoredIsTold(StoreKind kind) {
        Store store = kind.fresh(folder);
        try (Receiver receiver = Receiver.start()) {
            String patient = subscribe(store, receiver);
            for (int round = 1; round <= rounds.count(); round++) {
                writeUntilKilled(store, patient, 500 + rounds.chance(round).nextInt(4_000));
                checkRestarted(store, patient, receiver, rounds.inRound(round));
            }
        }
    }

    private static ServerProcess serve(Store store) {
        return ServerProcess.inUse(
                "subscriptions",
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                Stream.of(
                                store.settings(),
                                TestServer.NOTIFICATIONS,
                                List.of("--meerwaarde.notification.timeout-seconds=2"))
                        .flatMap(List::stream)
                        .toList());
    }

    private static String subscribe(Store store, Receiver receiver) {
        try (ServerProcess server = serve(store)) {
            String patient = Patients.create(server.fhir()).id();
            TestSubscription.toTopic("new-score", "id-only", receiver.address())
                    .filter("Observation?patient=Patient/" + patient)
                    .stored(server.fhir());
            return patient;
        }
    }

    private void writeUntilKilled(Store store, String patient, int milliseconds) {
        try (ServerProcess server = serve(store)) {
            CompletableFuture<Void> killed = CompletableFuture.runAsync(
                    server::kill, CompletableFuture.delayedExecutor(milliseconds, TimeUnit.MILLISECONDS));
            int stored = 0;
            while (submitted(server, patient)) {
                stored++;
            }
            killed.join();
            rounds.say("{} responses confirmed within {} ms", stored, milliseconds);
        }
    }

    /** REST Assured throws what the connection throws, declared or not. */
    private static boolean submitted(ServerProcess server, String patient) {
        try {
            return new TestPatient(server.fhir(), patient)
                            .answers(KNEE)
                            .all("2")
                            .submit()
                            .status()
                    < 300;
        } catch (Exception | AssertionError gone) {
            if (!server.isGone()) {
                throw gone;
            }
            return false;
        }
    }

    private static void checkRestarted(Store store, String patient, Receiver receiver, String where) {
        try (ServerProcess server = serve(store)) {
            Set<String> stored = scores(server.fhir(), patient);
            Awaitility.await(where).atMost(PATIENCE).until(() -> told(receiver).containsAll(stored));
            assertThat(told(receiver)).as(where).containsExactlyInAnyOrderElementsOf(stored);
            checkNumbers(receiver, stored.size(), where);
        }
    }

    private static Set<String> scores(Fhir fhir, String patient) {
        return fhir.search("Observation", Map.of("patient", patient)).stored(Bundle.class).getEntry().stream()
                .map(entry ->
                        "Observation/" + entry.getResource().getIdElement().getIdPart())
                .collect(Collectors.toSet());
    }

    private static Set<String> told(Receiver receiver) {
        return events(receiver)
                .map(SubscriptionRestartCampaign::focus)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Each number is one event and each event has one number; sent again it is the same notification. */
    private static void checkNumbers(Receiver receiver, int count, String where) {
        Map<String, String> byNumber = new HashMap<>();
        Map<String, String> byNotification = new HashMap<>();
        events(receiver).forEach(received -> {
            String number = received.state("events-since-subscription-start");
            assertThat(byNumber.merge(number, focus(received), (one, other) -> one))
                    .as("event {} {}", number, where)
                    .isEqualTo(focus(received));
            assertThat(byNotification.merge(received.headers().get("webhook-id"), number, (one, other) -> one))
                    .isEqualTo(number);
        });
        assertThat(byNumber.keySet())
                .as(where)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, count)
                        .mapToObj(String::valueOf)
                        .toList());
    }

    private static Stream<Received> events(Receiver receiver) {
        return receiver.accepted().stream()
                .filter(received -> received.state("type").equals("event-notification"));
    }

    private static String focus(Received received) {
        String address = received.resource(Bundle.class).getEntry().get(1).getFullUrl();
        return address.substring(address.indexOf("Observation/"));
    }
}
