package nl.meerwaarde.tests.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import nl.meerwaarde.tests.support.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A server with a key of its own: the key store is a file, its password another one, in the folder of secrets. */
class TlsIT {
    private static final String PASSWORD = UUID.randomUUID().toString();

    /** The server goes on until the tests end. */
    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path folder;

    private static String address;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Path keys = folder.resolve("server.p12");
        makeKey(keys);
        Path secrets = Files.createDirectory(folder.resolve("secrets"));
        Files.writeString(secrets.resolve("server.ssl.key-store-password"), PASSWORD + "\n");
        String base = TestServer.another(
                        "tls",
                        List.of(
                                "--server.ssl.key-store=file:" + keys,
                                "--server.ssl.key-store-type=PKCS12",
                                "--meerwaarde.secrets=" + secrets))
                .base();
        address = base.replaceFirst("^http:", "https:");
    }

    private static void makeKey(Path store) throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-validity",
                        "1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertThat(keytool.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(keytool.exitValue()).isZero();
    }

    @Test
    void answersAreEncryptedAndBrowsersStayWithThat() throws Exception {
        HttpResponse<String> response = client().send(request(address), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response::body).isEqualTo(200);
        assertThat(response.body()).contains("CapabilityStatement", "https://localhost:");
        assertThat(response.sslSession().orElseThrow().getProtocol()).isIn("TLSv1.3", "TLSv1.2");
        assertThat(response.headers().allValues("Strict-Transport-Security"))
                .singleElement()
                .asString()
                .startsWith("max-age=31536000");
    }

    @Test
    void whoDoesNotKnowTheKeyDoesNotTalkToIt() {
        assertThatThrownBy(() -> HttpClient.newHttpClient().send(request(address), BodyHandlers.discarding()))
                .isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void plainRequestsAreRefused() throws IOException, InterruptedException {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(request(address.replaceFirst("^https:", "http:")), BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).doesNotContain("CapabilityStatement");
    }

    private static HttpRequest request(String base) {
        return HttpRequest.newBuilder(URI.create(base + "/metadata")).build();
    }

    private static HttpClient client() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream keys = Files.newInputStream(folder.resolve("server.p12"))) {
            store.load(keys, PASSWORD.toCharArray());
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, null);
        known.setCertificateEntry("server", store.getCertificate("server"));
        trust.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }
}
