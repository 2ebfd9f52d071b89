package nl.meerwaarde.tests.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Somebody who gives out tokens, and shows the public key on this machine as OpenID Connect Discovery says. */
public final class TestIssuer {
    /** Of whom its tokens may be used. */
    public static final String AUDIENCE = "https://guarded.test/fhir";

    private static final int KEY_BITS = 2048;

    private final HttpServer server;
    private final RSAKey key;

    private TestIssuer(HttpServer server, RSAKey key) {
        this.server = server;
        this.key = key;
    }

    /** One that answers as long as this JVM lives, or until it is stopped. */
    public static TestIssuer start() {
        try {
            RSAKey key = new RSAKeyGenerator(KEY_BITS).keyID("one").generate();
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TestIssuer issuer = new TestIssuer(server, key);
            issuer.show("/jwks", new JWKSet((JWK) key).toString());
            issuer.show(
                    "/.well-known/openid-configuration",
                    "{\"issuer\": \"%s\", \"jwks_uri\": \"%s\"}".formatted(issuer.uri(), issuer.jwksUri()));
            server.start();
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void show(String path, String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    /** As in {@code iss}. */
    public String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Where its keys are. */
    public String jwksUri() {
        return uri() + "/jwks";
    }

    /** A token of this issuer, for {@link GuardedServer}, to be changed and signed. */
    public TestToken token(String subject) {
        return new TestToken(key, uri(), AUDIENCE, subject);
    }

    /** Its keys can be had no more. */
    public void stop() {
        server.stop(0);
    }
}
