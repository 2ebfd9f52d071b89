package nl.meerwaarde.tests.support;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.meerwaarde.requester.Role;

/** A server in a Java process of its own, from its start until it is closed or killed. What it logs stands in a file below {@code target/servers}. */
public final class ServerProcess implements AutoCloseable {
    private static final Path LOGS = Path.of("target", "servers");
    private static final String HEAP = "-Xmx2g";
    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final long LONGEST_STOP_SECONDS = 60;
    /** Makes everything read-only but the folder and a new /tmp, and runs the rest of the command as nobody. */
    private static final String WALL = """
            set -e
            data=$1
            shift
            chown 65534:65534 "$data"
            mount --bind "$data" "$data"
            mount -t tmpfs -o mode=1777 tmpfs /tmp
            mount -o remount,ro,bind /
            exec setpriv --reuid 65534 --regid 65534 --clear-groups --no-new-privs --bounding-set -all "$@"
            """;

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final Process process;
    private final String address;
    private final Path log;
    private final Duration start;
    private final boolean inUse;

    private ServerProcess(Process process, String address, Path log, Duration start, boolean inUse) {
        this.process = process;
        this.address = address;
        this.log = log;
        this.start = start;
        this.inUse = inUse;
    }

    /** Whose tokens servers in use take. */
    private static final class Issuer {
        private static final Duration LONGEST = Duration.ofHours(1);
        private static final TestIssuer SHARED = TestIssuer.start();

        private static List<String> settings() {
            return List.of(
                    "--meerwaarde.identity.issuers[0].uri=" + SHARED.uri(),
                    "--meerwaarde.identity.issuers[0].jwks-uri=" + SHARED.jwksUri(),
                    "--meerwaarde.identity.audience=" + TestIssuer.AUDIENCE);
        }

        private static String token() {
            return SHARED.token("record-system")
                    .of(Role.EHR, Role.ADMINISTRATOR)
                    .scopes("system/*.cruds user/*.cruds")
                    .livesFrom(Instant.now(), LONGEST)
                    .signed();
        }
    }

    /** Whose tokens servers in use take. */
    public static TestIssuer issuer() {
        return Issuer.SHARED;
    }

    /** The server as it is delivered and in use: it asks who it is, and {@link #fhir()} is its record system and its operator in one, for an hour. */
    public static ServerProcess inUse(String name, List<String> machine, List<String> settings) {
        List<String> all =
                Stream.concat(Issuer.settings().stream(), settings.stream()).toList();
        return ofJar(List.of(java()), System.getProperty("meerwaarde.server.jar"), name, machine, all, true);
    }

    /**
     * The server as it is delivered; returns when it says that it is ready.
     *
     * @param name of its log
     * @param machine options of the Java machine
     * @param settings arguments that say where it keeps its data
     */
    public static ServerProcess delivered(String name, List<String> machine, List<String> settings) {
        return open(List.of(java()), System.getProperty("meerwaarde.server.jar"), name, machine, settings);
    }

    /**
     * The server as it is delivered, on a machine of which it can write to two folders only, as a user without rights. Needs the rights to make such a machine.
     *
     * @param data one of the folders; the other is {@code /tmp}, empty
     */
    public static ServerProcess walledIn(String name, Path data, List<String> settings) {
        List<String> command =
                new ArrayList<>(List.of("unshare", "--mount", "sh", "-c", WALL, "wall", data.toString()));
        command.add(java());
        return open(command, System.getProperty("meerwaarde.server.jar"), name, List.of(), settings);
    }

    /** A server of another build.
     *
     * @param jar as {@link #delivered} takes it from this build
     */
    public static ServerProcess ofOther(String jar, String name, List<String> settings) {
        return open(List.of(java()), jar, name, List.of(), settings);
    }

    /** The server unpacked: not one jar with jars in it, but a folder. */
    public static ServerProcess unpacked(String name, List<String> settings) {
        return open(List.of(java()), unpackedJar().toString(), name, List.of(), settings);
    }

    /**
     * The server as its image holds it: unpacked, on Java 25, with a cache of what a start needs.
     *
     * @param java the command of a Java 25
     */
    public static ServerProcess asInImage(String java, String name, List<String> settings) {
        Path jar = unpackedJar();
        Path cache = jar.resolveSibling("meerwaarde.aot");
        if (!Files.exists(cache)) {
            run(
                    Path.of(System.getProperty("meerwaarde.image.folder"), "start-cache.sh")
                            .toString(),
                    jar.getParent().toString(),
                    java);
        }
        return open(List.of(java), jar.toString(), name, List.of("-XX:AOTCache=" + cache), settings);
    }

    private static Path unpackedJar() {
        Path folder = LOGS.resolveSibling("unpacked");
        Path jar = Path.of(System.getProperty("meerwaarde.server.jar"));
        Path unpackedJar = folder.resolve(jar.getFileName());
        if (!Files.exists(unpackedJar)) {
            run(java(), "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", folder.toString());
        }
        return unpackedJar;
    }

    private static void run(String... command) {
        try {
            int end = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (end != 0) {
                throw new IllegalStateException("Ended with " + end + ": " + String.join(" ", command));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a command ran", e);
        }
    }

    private static ServerProcess open(
            List<String> java, String jar, String name, List<String> machine, List<String> settings) {
        return ofJar(
                java,
                jar,
                name,
                machine,
                Stream.concat(Stream.of(TestServer.OPEN), settings.stream()).toList(),
                false);
    }

    private static ServerProcess ofJar(
            List<String> java, String jar, String name, List<String> machine, List<String> settings, boolean inUse) {
        return start(
                name,
                "/actuator/health/readiness",
                inUse,
                port -> Stream.of(
                                java,
                                List.of(HEAP),
                                machine,
                                List.of("-jar", jar, "--server.port=" + port, TestServer.DEMONSTRATION),
                                settings)
                        .flatMap(List::stream)
                        .toList());
    }

    /** A main class with the class path of the tests; its arguments are the port and the database's address. Returns when it tells what it can do. */
    public static ServerProcess ofClass(Class<?> main, TestDatabase database) {
        Path classPath = classPath();
        return start(
                main.getSimpleName(),
                "/fhir/metadata",
                false,
                port -> List.of(java(), HEAP, "@" + classPath, main.getName(), String.valueOf(port), database.url()));
    }

    private static Path classPath() {
        try {
            Path file = Files.createTempFile("class-path", ".txt");
            return Files.writeString(file, "-cp \"" + System.getProperty("java.class.path") + "\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerProcess start(
            String name, String readyPath, boolean inUse, IntFunction<List<String>> command) {
        try {
            int port = Ports.free();
            Path log = Files.createTempFile(Files.createDirectories(LOGS), name + "-", ".log");
            long begin = System.nanoTime();
            Process process = new ProcessBuilder(command.apply(port))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            String address = "http://localhost:" + port;
            awaitReady(process, URI.create(address + readyPath), log);
            return new ServerProcess(process, address, log, Duration.ofNanos(System.nanoTime() - begin), inUse);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitReady(Process process, URI ready, Path log) {
        HttpRequest request = HttpRequest.newBuilder(ready).build();
        HttpClient client = HttpClient.newHttpClient();
        try {
            await().atMost(LONGEST_START)
                    .pollInterval(BETWEEN_LOOKS)
                    .until(() -> isReady(client, request) || !process.isAlive());
        } catch (RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
        if (!process.isAlive()) {
            throw new IllegalStateException("The server ended while it started; see " + log.toAbsolutePath());
        }
    }

    private static boolean isReady(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notListeningYet) {
            return false;
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** A client of this server. */
    public Fhir fhir() {
        Fhir fhir = new Fhir(address + "/fhir");
        return inUse ? fhir.with("Authorization", "Bearer " + Issuer.token()) : fhir;
    }

    /** From the launch of the process to its first ready answer. */
    public Duration startTime() {
        return start;
    }

    /** Processor time that the process has used. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Memory that the process holds. */
    public long residentMegabytes() {
        try {
            Matcher matcher =
                    RESIDENT.matcher(Files.readString(Path.of("/proc", String.valueOf(process.pid()), "status")));
            if (!matcher.find()) {
                throw new IllegalStateException("The system does not tell the memory of a process");
            }
            return Long.parseLong(matcher.group(1)) / 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the system says of the process, by the name of the line, such as {@code Uid}. */
    public String status(String name) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith(name + ":"))
                    .findFirst()
                    .map(line -> line.substring(name.length() + 1).strip())
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the process as a power cut does: no hook runs, no file is closed. */
    public void kill() {
        process.destroyForcibly();
    }

    /** Whether the process is gone, or goes within seconds. */
    public boolean isGone() {
        return ended(5);
    }

    /** Lets the server end its work, as an operator does. */
    @Override
    public void close() {
        process.destroy();
        if (!ended(LONGEST_STOP_SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("The server does not stop; see " + log.toAbsolutePath());
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
