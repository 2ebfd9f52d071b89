package nl.meerwaarde.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import nl.meerwaarde.bench.Load.Measured;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.ServerProcess;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;

/** Applying a pathway of five years with a measurement every half year, and what it costs to move a treatment with all its Tasks. */
class ApplyBench {
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warm-up", 20));
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.round", 15));
    private static final String PATHWAY = "PlanDefinition/chronic-kidney-disease-care/$apply";

    private final Page page = new Page("Applying a pathway");

    @Test
    void fiveYearsAreAppliedWithin100Milliseconds() throws Exception {
        try (Databases databases = new Databases();
                ServerProcess server = ServerProcess.delivered(
                        "apply",
                        List.of("-Dmeerwaarde.wording=demonstration"),
                        databases.create("apply").settings())) {
            Fhir fhir = server.fhir();
            Patient patient = Patients.unstored();
            patient.setId("bench");
            assertThat(fhir.put(patient).status()).isLessThan(300);
            assertThat(fhir.patch(
                                    "PlanDefinition/chronic-kidney-disease",
                                    "[{\"op\": \"replace\", \"path\": \"/status\", \"value\": \"active\"}]")
                            .status())
                    .isEqualTo(200);

            page.line("| what | resources | p50 ms | p99 ms | CPU-ms per request |");
            page.line("|---|---|---|---|---|");
            Measured applied = measured(server, "apply, nothing else planned");
            Bundle plan = fhir.get(PATHWAY + "?subject=Patient/bench&index-date=2030-03-01&bundle=true")
                    .stored(Bundle.class);
            long before = System.nanoTime();
            assertThat(fhir.bundle(plan).status()).isEqualTo(200);
            page.line(
                    "| post the transaction (once) | %d | %d | | |",
                    plan.getEntry().size(), (System.nanoTime() - before) / 1_000_000);
            measured(server, "apply, beside another episode");
            move(fhir, plan);
            page.write("apply.md");
            assertThat(applied.millis(0.5)).isLessThan(100);
        }
    }

    private Measured measured(ServerProcess server, String what) throws Exception {
        String body = """
                {"resourceType": "Parameters", "parameter": [
                  {"name": "subject", "valueString": "Patient/bench"},
                  {"name": "index-date", "valueDate": "2030-03-01"}]}
                """;
        int contained = server.fhir()
                .post(PATHWAY, body)
                .stored(CarePlan.class)
                .getContained()
                .size();
        Load load = new Load(URI.create(server.fhir().base() + "/" + PATHWAY), number -> body);
        load.run(server, 1, WARM_UP);
        Measured measured = load.run(server, 1, ROUND);
        page.line(
                "| %s | %d | %.1f | %.1f | %.1f |",
                what, contained, measured.millis(0.5), measured.millis(0.99), measured.processorMillisPerRequest());
        return measured;
    }

    private void move(Fhir fhir, Bundle plan) {
        String planned = plan.getEntry().stream()
                .map(entry -> entry.getRequest().getUrl())
                .filter(url -> url.startsWith("ServiceRequest/"))
                .findFirst()
                .orElseThrow();
        long before = System.nanoTime();
        int moves = 5;
        for (int i = 1; i <= moves; i++) {
            assertThat(fhir.patch(
                                    planned,
                                    "[{\"op\": \"replace\", \"path\": \"/occurrenceDateTime\", \"value\": \"2030-03-0"
                                            + (1 + i) + "\"}]")
                            .status())
                    .isEqualTo(200);
        }
        page.line("| move the treatment (mean of 5) | | %d | | |", (System.nanoTime() - before) / moves / 1_000_000);
    }
}
