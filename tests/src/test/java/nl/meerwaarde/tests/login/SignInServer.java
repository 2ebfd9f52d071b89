package nl.meerwaarde.tests.login;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Ports;
import nl.meerwaarde.tests.support.TestDatabase;
import nl.meerwaarde.tests.support.TestServer;
import org.springframework.boot.SpringApplication;

/** A server that signs people in, with a few people and applications. One for all tests of a run that need it; it ends with the JVM. */
final class SignInServer {
    private static final SignInServer SHARED = start();

    private final String address;
    private final Path keys;
    private final AppSite site;

    private SignInServer(String address, Path keys, AppSite site) {
        this.address = address;
        this.keys = keys;
        this.site = site;
    }

    /** Without path. */
    static String address() {
        return SHARED.address;
    }

    static String fhirBase() {
        return SHARED.address + "/fhir";
    }

    /** Where it keeps the keys that sign. */
    static Path keys() {
        return SHARED.keys;
    }

    /** Of the application {@code home}. */
    static AppSite site() {
        return SHARED.site;
    }

    /** Of who may everything that systems may. */
    static Fhir fhir() {
        return SHARED.operator();
    }

    private Fhir operator() {
        String token = new BackendClient(address + "/oauth2/token", "server", TestKeys.EHR)
                .token("system/*.cruds")
                .json()
                .getString("access_token");
        return new Fhir(address + "/fhir").with("Authorization", "Bearer " + token);
    }

    private static SignInServer start() {
        try {
            AppSite site = AppSite.start();
            int port = Ports.free();
            Path folder = Files.createTempDirectory("sign-in");
            Path keys = folder.resolve("signing-keys.json");
            List<String> arguments =
                    new ArrayList<>(TestDatabase.chosen("sign-in").settings());
            arguments.add("--server.port=" + port);
            arguments.add("--meerwaarde.wording=demonstration");
            arguments.add("--meerwaarde.login.enabled=true");
            arguments.add("--meerwaarde.login.address=http://localhost:" + port);
            arguments.add(
                    "--meerwaarde.login.directory=" + directory(folder, site).toUri());
            arguments.add("--meerwaarde.login.keys=" + keys);
            arguments.add("--meerwaarde.limit.origins=" + site.address());
            SpringApplication.run(TestServer.mainClass(), arguments.toArray(String[]::new));
            SignInServer server = new SignInServer("http://localhost:" + port, keys, site);
            TestPeople.store(server.operator());
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path directory(Path folder, AppSite site) throws IOException {
        try (InputStream file = Objects.requireNonNull(SignInServer.class.getResourceAsStream("directory.yaml"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@SITE@", site.redirect())
                    .replace("@ES384@", new JWKSet(TestKeys.VIEWER.toPublicJWK()).toString())
                    .replace("@RS384@", new JWKSet(TestKeys.EHR.toPublicJWK()).toString())
                    .replace("@ADDRESS@", TestKeys.published(TestKeys.REGISTRY));
            return Files.writeString(folder.resolve("directory.yaml"), text);
        }
    }
}
