package nl.meerwaarde.tests.campaign;

import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.meerwaarde.tests.support.Fhir;

/** The server as it is delivered, in a process of its own. What it logs stands in a file of its own below {@code target/campaign}. */
final class ServerProcess implements AutoCloseable {
    private static final Path LOGS = Path.of("target", "campaign");
    private static final AtomicInteger STARTED = new AtomicInteger();
    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final long LONGEST_STOP_SECONDS = 60;

    private final Process process;
    private final String address;
    private final Path log;

    private ServerProcess(Process process, String address, Path log) {
        this.process = process;
        this.address = address;
        this.log = log;
    }

    /** Starts a server that keeps its data in this store, and returns when it is ready. */
    static ServerProcess on(Store store) {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                // As in the other tests: a short run, in which starting is most of the work.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Duser.timezone=UTC",
                "-jar",
                System.getProperty("meerwaarde.server.jar"),
                "--server.port=" + port));
        command.addAll(store.settings());
        Path log = LOGS.resolve("server-" + STARTED.incrementAndGet() + ".log");
        ServerProcess server = new ServerProcess(start(command, log), "http://localhost:" + port, log);
        server.awaitReady();
        return server;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process start(List<String> command, Path log) {
        try {
            Files.createDirectories(LOGS);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        try {
            await().atMost(LONGEST_START).until(() -> isReady() || !process.isAlive());
        } catch (RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
        if (!process.isAlive()) {
            throw new IllegalStateException("The server ended while it started; see " + log);
        }
    }

    private boolean isReady() {
        try {
            return RestAssured.get(address + "/actuator/health/readiness").statusCode() == 200;
        } catch (Exception notListeningYet) {
            return false;
        }
    }

    Fhir fhir() {
        return new Fhir(address + "/fhir");
    }

    /** Ends the process as a power cut does: no hook runs, no file is closed. */
    void kill() {
        process.destroyForcibly();
    }

    /** Whether the process is gone, or goes within seconds. */
    boolean isGone() {
        return ended(5);
    }

    /** Lets the server end its work, as an operator does. */
    @Override
    public void close() {
        process.destroy();
        if (!ended(LONGEST_STOP_SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("The server does not stop; see " + log);
        }
    }

    private boolean ended(long seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a server was ending", e);
        }
    }
}
