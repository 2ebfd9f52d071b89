package nl.meerwaarde.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.meerwaarde.bench.Load.Measured;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.ServerProcess;
import nl.meerwaarde.tests.support.TestDatabase;
import nl.meerwaarde.tests.support.Wordings;
import org.junit.jupiter.api.Test;

/**
 * What submitting costs more because sums of facts lie ready: this build against one that has none ({@code -Dbench.other=jar}), in turns. Once as in a hospital,
 * where answers come while windows are open; once at its worst: every answer is a late correction of facts that are settled, and these are settled anew each second.
 */
class SettlingCostBench {
    private static final int PATIENTS = Integer.getInteger("bench.patients", 500);
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warm-up", 40));
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.round", 15));
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 4);
    private static final int CLIENTS = 2;
    private static final double MOST = 1.1;

    private final Page page = new Page("Submitting with and without sums that lie ready");

    @Test
    void submittingSlowsByAtMostATenth() throws Exception {
        try (Databases databases = new Databases();
                ServerProcess with =
                        ServerProcess.delivered("settling", List.of(), settings(databases.create("settling"), "PT1S"));
                ServerProcess without = ServerProcess.ofOther(
                        System.getProperty("bench.other"),
                        "plain",
                        databases.create("plain").settings())) {
            Wordings.load(with.fhir(), "oxford-knee-score");
            Wordings.load(without.fhir(), "oxford-knee-score");
            page.line("| answers | server | req/s (each round) | p50 ms | p99 ms | CPU-ms per request |");
            page.line("|---|---|---|---|---|---|");
            double open =
                    compare("while windows are open", "open", "2026-11-01", "2026-10-02T00:00:00Z", with, without);
            double late = compare("late corrections", "late", "2023-03-01", "2023-01-02T00:00:00Z", with, without);
            page.write("settling-cost.md");
            assertThat(open).as("times as long").isLessThan(MOST);
            assertThat(late).as("times as long, corrections").isPositive();
        }
    }

    private static List<String> settings(TestDatabase database, String settleEvery) {
        return Stream.concat(
                        database.settings().stream(),
                        Stream.of(
                                "--meerwaarde.report.settle-every=" + settleEvery, "--meerwaarde.report.settle-from=1"))
                .toList();
    }

    private double compare(
            String what, String group, String operatedOn, String firstAnswer, ServerProcess with, ServerProcess without)
            throws Exception {
        List<ServerProcess> servers = List.of(with, without);
        List<Load> loads = new ArrayList<>();
        for (ServerProcess server : servers) {
            createPatients(server.fhir(), group, operatedOn);
            Load load = load(server, group, Instant.parse(firstAnswer));
            load.run(server, CLIENTS, WARM_UP);
            loads.add(load);
        }
        List<List<Measured>> rounds = List.of(new ArrayList<>(), new ArrayList<>());
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < servers.size(); i++) {
                // Whoever begins, begins on a machine that rests.
                int turn = (i + round) % servers.size();
                rounds.get(turn).add(loads.get(turn).run(servers.get(turn), CLIENTS, ROUND));
            }
        }
        line(what, "with", rounds.get(0));
        line(what, "without", rounds.get(1));
        double times =
                all(rounds.get(1)).requestsPerSecond() / all(rounds.get(0)).requestsPerSecond();
        page.line("| %s | without ÷ with, requests per second | %.3f | | | |", what, times);
        return times;
    }

    private static Measured all(List<Measured> rounds) {
        return rounds.stream().reduce(Measured::and).orElseThrow();
    }

    private void line(String what, String server, List<Measured> rounds) {
        Measured all = all(rounds);
        page.line(
                "| %s | %s | %.1f (%s) | %.1f | %.1f | %.1f |",
                what,
                server,
                all.requestsPerSecond(),
                rounds.stream()
                        .map(round -> String.format("%.1f", round.requestsPerSecond()))
                        .collect(Collectors.joining(", ")),
                all.millis(0.5),
                all.millis(0.99),
                all.processorMillisPerRequest());
    }

    private static void createPatients(Fhir fhir, String group, String operatedOn) {
        IntStream.range(0, PATIENTS)
                .mapToObj(i -> BenchPatient.resources(group + "-" + i, operatedOn))
                .flatMap(List::stream)
                .forEach(resource -> assertThat(fhir.put(resource).status()).isEqualTo(201));
    }

    private static Load load(ServerProcess server, String group, Instant first) {
        String somebody = group + "-0";
        String day = "2020-01-01";
        String template = Fhir.json(BenchPatient.answers(server.fhir(), somebody, "2", day));
        IntFunction<String> body = number -> template.replace(somebody + "\"", group + "-" + number % PATIENTS + "\"")
                .replace("\"" + day + "\"", "\"" + first.plusSeconds(number) + "\"");
        return new Load(URI.create(server.fhir().base() + "/QuestionnaireResponse"), body);
    }
}
