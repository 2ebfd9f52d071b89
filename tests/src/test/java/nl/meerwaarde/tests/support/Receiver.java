package nl.meerwaarde.tests.support;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;

/** A system that is sent notifications, on this machine. It keeps what it accepts and counts what it does not. */
public final class Receiver implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpServer server;
    private final List<Received> accepted = new CopyOnWriteArrayList<>();
    private final List<Received> refused = new CopyOnWriteArrayList<>();
    private volatile int status = 200;

    /**
     * A request that arrived.
     *
     * @param headers by name in lower case
     */
    public record Received(String method, String path, Map<String, String> headers, String body) {
        public <T extends Resource> T resource(Class<T> type) {
            return Fhir.CONTEXT.newJsonParser().parseResource(type, body);
        }

        /** The state of the subscription in a notification to a topic. */
        public Parameters state() {
            return (Parameters) resource(Bundle.class).getEntryFirstRep().getResource();
        }

        /** A parameter of it. */
        public String state(String name) {
            return state().getParameter().stream()
                    .filter(parameter -> name.equals(parameter.getName()))
                    .map(parameter -> parameter.getValue().primitiveValue())
                    .findFirst()
                    .orElse("");
        }
    }

    /** On a port of its own. */
    public static Receiver start() {
        return start(0);
    }

    public static Receiver start(int port) {
        try {
            return new Receiver(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Receiver(HttpServer server) {
        this.server = server;
        server.createContext("/", this::receive);
        server.start();
    }

    private void receive(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Received received = new Received(
                exchange.getRequestMethod(), exchange.getRequestURI().getPath(), headers, body);
        int answer = status;
        (answer < 300 ? accepted : refused).add(received);
        if (answer >= 300 && answer < 400) {
            exchange.getResponseHeaders().add("Location", address() + "/elsewhere");
        }
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    public String address() {
        return "http://localhost:" + port();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** From now on it answers so. */
    public Receiver answering(int newStatus) {
        status = newStatus;
        return this;
    }

    /** What it has accepted, in the order of arrival. */
    public List<Received> accepted() {
        return List.copyOf(accepted);
    }

    public List<Received> refused() {
        return List.copyOf(refused);
    }

    /** Waits until it has accepted so many. */
    public List<Received> awaitAccepted(int count) {
        await().atMost(PATIENCE).until(() -> accepted.size() >= count);
        return accepted();
    }

    /** Waits until it has refused so many. */
    public List<Received> awaitRefused(int count) {
        await().atMost(PATIENCE).until(() -> refused.size() >= count);
        return refused();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
