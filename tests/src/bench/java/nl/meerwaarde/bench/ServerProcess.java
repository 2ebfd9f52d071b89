package nl.meerwaarde.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.TestDatabase;

/** A server in a Java process of its own, from its start until it is closed. */
final class ServerProcess implements AutoCloseable {
    private static final String HEAP = "-Xmx2g";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final Process process;
    private final Fhir fhir;
    private final Duration start;

    private ServerProcess(Process process, Fhir fhir, Duration start) {
        this.process = process;
        this.fhir = fhir;
        this.start = start;
    }

    /** The server as it is delivered, ready when it says so. */
    static ServerProcess delivered(String name, TestDatabase database) throws Exception {
        return start(name, "/actuator/health/readiness", port -> {
            List<String> command = new ArrayList<>(List.of(
                    java(), HEAP, "-jar", System.getProperty("meerwaarde.server.jar"), "--server.port=" + port));
            command.addAll(database.settings());
            return command;
        });
    }

    /** A main class of ours with the class path of the bench; its arguments are the port and the database's address. */
    static ServerProcess ofClass(Class<?> main, TestDatabase database) throws Exception {
        Path classPath = Files.createTempFile("class-path", ".txt");
        Files.writeString(classPath, "-cp \"" + System.getProperty("java.class.path") + "\"");
        return start(
                main.getSimpleName(),
                "/fhir/metadata",
                port -> List.of(java(), HEAP, "@" + classPath, main.getName(), String.valueOf(port), database.url()));
    }

    private static ServerProcess start(String name, String readyPath, IntFunction<List<String>> command)
            throws Exception {
        int port = freePort();
        Path log = Files.createDirectories(Path.of("target", "bench")).resolve(name + ".log");
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command.apply(port))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        awaitReady(process, URI.create("http://localhost:" + port + readyPath), log);
        return new ServerProcess(
                process, new Fhir("http://localhost:" + port + "/fhir"), Duration.ofNanos(System.nanoTime() - begin));
    }

    private static void awaitReady(Process process, URI ready, Path log) {
        HttpRequest request = HttpRequest.newBuilder(ready).build();
        HttpClient client = HttpClient.newHttpClient();
        await().atMost(PATIENCE).pollInterval(BETWEEN_LOOKS).until(() -> isReady(client, request, process));
        if (!process.isAlive()) {
            throw new IllegalStateException("The server ended before it was ready; see " + log.toAbsolutePath());
        }
    }

    /** Also true when there is nothing to wait for any more. */
    private static boolean isReady(HttpClient client, HttpRequest request, Process process)
            throws InterruptedException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notListeningYet) {
            return !process.isAlive();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    Fhir fhir() {
        return fhir;
    }

    /** From the launch of the process to its first ready answer. */
    Duration startTime() {
        return start;
    }

    /** Processor time that the process has used. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Memory that the process holds. */
    long residentMegabytes() throws IOException {
        Matcher matcher = RESIDENT.matcher(Files.readString(Path.of("/proc", String.valueOf(process.pid()), "status")));
        if (!matcher.find()) {
            throw new IllegalStateException("The system does not tell the memory of a process");
        }
        return Long.parseLong(matcher.group(1)) / 1024;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
