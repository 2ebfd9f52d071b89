package nl.meerwaarde.tests.campaign;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.ServerProcess;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestPatient;
import org.junit.jupiter.api.Test;

/** The packaged server as its image runs it: nothing can be written but the folder of data and /tmp, and nobody runs it. Needs root, to make such a machine. */
class ReadOnlyServerCampaign {
    private static final String NOBODY = "65534";

    @Test
    void worksAndKeepsItsDataInTheOneFolder() throws IOException, InterruptedException {
        assumeTrue(mayUnshare(), "mounts of its own");
        Path data = Files.createDirectories(
                Path.of("target", "servers", "read-only").toAbsolutePath());
        List<String> settings = List.of("--meerwaarde.server.data-directory=" + data);
        String patient;
        try (ServerProcess server = ServerProcess.walledIn("read-only", data, settings)) {
            assertThat(server.status("Uid").split("\\s+")).containsOnly(NOBODY);
            assertThat(server.status("CapEff")).matches("0+");
            assertThat(server.status("NoNewPrivs")).isEqualTo("1");
            patient = answered(server.fhir());
        }
        try (Stream<Path> files = Files.list(data)) {
            assertThat(files.map(file -> file.getFileName().toString())).contains("meerwaarde.mv.db");
        }
        try (ServerProcess server = ServerProcess.walledIn("read-only", data, settings)) {
            assertThat(server.fhir().get(patient)).hasStatus(200);
        }
    }

    private static String answered(Fhir fhir) {
        TestPatient patient = Patients.create(fhir);
        patient.answers("oxford-knee-score")
                .all("2")
                .side(Side.LEFT)
                .on("2024-02-20")
                .submit();
        assertThat(fhir.get("Observation?subject=" + patient.reference())).hasStatus(200);
        return patient.reference();
    }

    private static boolean mayUnshare() throws InterruptedException {
        try {
            return new ProcessBuilder("unshare", "--mount", "true").start().waitFor() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
