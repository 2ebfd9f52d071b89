package nl.meerwaarde.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.KneeRegistry;
import nl.meerwaarde.tests.support.KneeRegistry.Knee;
import nl.meerwaarde.tests.support.Report;
import nl.meerwaarde.tests.support.ServerProcess;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.Test;

/** A node to which a hundred hospitals delivered their reports, and its report over all of them. */
class PoolingBench {
    private static final int HOSPITALS = 100;
    private static final int EPISODES = 200;
    private static final int REPEATS = 100;
    private static final int WARM_UP = 300;
    private static final String FROM = "2024-01-01";
    private static final String TO = "2024-12-31";

    private final Page page = new Page("Pooling the reports of a hundred hospitals");

    @Test
    void poolingTakesMilliseconds() throws Exception {
        try (Databases databases = new Databases();
                ServerProcess server = ServerProcess.delivered(
                        "pooling", List.of(), databases.create("pooling").settings())) {
            Fhir fhir = server.fhir();
            KneeRegistry registry = KneeRegistry.of(fhir).join(fhir);
            String own = KneeRegistry.hospital(fhir, UUID.randomUUID().toString());
            registry.treat(fhir, own, Knee.random(1, EPISODES, 2024, 1, 12));
            List<Double> delivering = new ArrayList<>();
            for (int i = 0; i < HOSPITALS; i++) {
                String code = UUID.randomUUID().toString();
                KneeRegistry.hospital(fhir, code);
                MeasureReport report = registry.delivery(fhir, own, code, FROM, TO);
                String parameters = Fhir.json(new Parameters()
                        .addParameter(new Parameters.ParametersParameterComponent()
                                .setName("measureReport")
                                .setResource(report)));
                long begin = System.nanoTime();
                assertThat(fhir.post("Measure/$submit-data", parameters).status())
                        .isEqualTo(200);
                delivering.add((System.nanoTime() - begin) / 1e6);
            }
            Report pooled = new Report(registry.report(fhir, FROM, TO, ""));
            assertThat(pooled.count("response-chain", "eligible")).isEqualTo((HOSPITALS + 1) * EPISODES);
            double[] pooling = millis(() -> registry.report(fhir, FROM, TO, ""));
            double[] alone = millis(() -> registry.report(fhir, FROM, TO, "&reporter=Organization/" + own));
            page.line("| | ms: median (5 %% to 95 %%) of %d |", REPEATS);
            page.line("|---|---|");
            row("report over %d delivered reports and %d episodes".formatted(HOSPITALS, EPISODES), pooling);
            row("report over these episodes alone", alone);
            row(
                    "delivering a report",
                    delivering.stream()
                            .mapToDouble(Double::doubleValue)
                            .sorted()
                            .toArray());
            page.write("pooling.md");
        }
    }

    private void row(String what, double[] millis) {
        page.line(
                "| %s | %.1f (%.1f to %.1f) |",
                what,
                millis[millis.length / 2],
                millis[millis.length / 20],
                millis[millis.length - 1 - millis.length / 20]);
    }

    /** Shortest first. */
    private static double[] millis(Runnable work) {
        double[] millis = new double[REPEATS];
        for (int i = -WARM_UP; i < REPEATS; i++) {
            long begin = System.nanoTime();
            work.run();
            if (i >= 0) {
                millis[i] = (System.nanoTime() - begin) / 1e6;
            }
        }
        Arrays.sort(millis);
        return millis;
    }
}
