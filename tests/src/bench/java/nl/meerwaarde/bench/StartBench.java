package nl.meerwaarde.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.meerwaarde.tests.support.ServerProcess;
import org.junit.jupiter.api.Test;

/**
 * From the launch of the process to the first ready answer, on an empty database and on one that was used before. The property {@code bench.java25} is the
 * command of a Java 25, with which the server is started as in its image.
 */
class StartBench {
    private static final int STARTS = Integer.getInteger("bench.starts", 3);
    private static final Duration PROMISED = Duration.ofSeconds(36);

    @Test
    void theServerIsReadyInHalfTheTimeOfTheUsualStarter() throws Exception {
        Page page = new Page("Cold start to ready");
        page.line("| server | first start, s | later starts, s | memory then, MB |");
        page.line("|---|---|---|---|");
        try (Databases databases = new Databases()) {
            var ours = databases.create("ours");
            var stock = databases.create("stock");
            String java25 = System.getProperty("bench.java25");
            List<Duration> our = new ArrayList<>();
            for (int i = 0; i <= STARTS; i++) {
                if (java25 != null) {
                    line(
                            page,
                            "ours, as in the image",
                            i,
                            ServerProcess.asInImage(java25, "start-image", ours.settings()),
                            our);
                }
                line(
                        page,
                        "ours, unpacked",
                        i,
                        ServerProcess.unpacked("start-unpacked", ours.settings()),
                        java25 == null ? our : new ArrayList<>());
                line(
                        page,
                        "ours, one jar",
                        i,
                        ServerProcess.delivered("start-jar", List.of(), ours.settings()),
                        new ArrayList<>());
                line(page, "plain HAPI", i, ServerProcess.ofClass(StockServer.class, stock), new ArrayList<>());
            }
            page.write("start.md");
            assertThat(our).allSatisfy(start -> assertThat(start).isLessThanOrEqualTo(PROMISED));
        }
    }

    private static void line(Page page, String name, int number, ServerProcess server, List<Duration> later)
            throws Exception {
        try (server) {
            double seconds = server.startTime().toMillis() / 1e3;
            if (number > 0) {
                later.add(server.startTime());
            }
            page.line(
                    "| %s | %s | %s | %d |",
                    name,
                    number == 0 ? "%.1f".formatted(seconds) : "",
                    number == 0 ? "" : "%.1f".formatted(seconds),
                    server.residentMegabytes());
        }
    }
}
