package nl.meerwaarde.tests.login;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The site of an application that is nothing but a page and its script, on this machine; it lives as long as this JVM. */
final class AppSite {
    private final String address;

    private AppSite(String address) {
        this.address = address;
    }

    static AppSite start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> send(exchange, "app.html", "text/html"));
            server.createContext("/app.js", exchange -> send(exchange, "app.js", "text/javascript"));
            server.start();
            return new AppSite("http://localhost:" + server.getAddress().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(HttpExchange exchange, String file, String type) throws IOException {
        try (InputStream content = Objects.requireNonNull(AppSite.class.getResourceAsStream(file))) {
            byte[] bytes = content.readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", type + ";charset=UTF-8");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        } finally {
            exchange.close();
        }
    }

    /** Without path. */
    String address() {
        return address;
    }

    /** Where it starts for a patient of the server that signs people in. */
    String launch() {
        return address + "/launch.html?iss=" + URLEncoder.encode(SignInServer.fhirBase(), StandardCharsets.UTF_8);
    }

    /** Where people come back. */
    String redirect() {
        return address + "/answer.html";
    }
}
