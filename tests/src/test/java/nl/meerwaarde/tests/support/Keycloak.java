package nl.meerwaarde.tests.support;

import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A Keycloak in a process of its own, on this machine only, with the realm file of this repository: imported as a hospital imports it, filled in by environment
 * variables. It ends with the JVM, and begins anew with the next.
 */
public final class Keycloak {
    private static final Path HOME = Path.of(System.getProperty("meerwaarde.keycloak.home", "target/keycloak"));
    private static final Path REALM_FILE =
            Path.of(System.getProperty("meerwaarde.keycloak.realm", "../fhir-server/keycloak/meerwaarde-realm.json"));
    private static final String REALM = "meerwaarde";
    private static final String ADDRESS = "@KEYCLOAK@";
    private static final String HEAP = "-Xms64m -Xmx512m";
    private static final String ADMIN = "test-admin";
    /** The first start builds Keycloak anew. */
    private static final Duration LONGEST_START = Duration.ofMinutes(5);

    private final String address;
    private final String password = UUID.randomUUID().toString();

    private Keycloak(String address) {
        this.address = address;
    }

    /**
     * Starts one; returns when the realm is there.
     *
     * @param settings environment variables that the realm file names
     */
    public static Keycloak start(Map<String, String> settings) {
        try {
            int port = Ports.free();
            Keycloak keycloak = new Keycloak("http://localhost:" + port);
            keycloak.run(port, settings);
            return keycloak;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(int port, Map<String, String> settings) throws IOException {
        Path home = unpacked();
        deleteAll(home.resolve("data"));
        Path imports = Files.createDirectories(home.resolve("data").resolve("import"));
        Files.copy(REALM_FILE, imports.resolve(REALM_FILE.getFileName()));
        Path log = Files.createTempFile(Files.createDirectories(Path.of("target", "servers")), "keycloak-", ".log");
        ProcessBuilder command = new ProcessBuilder(
                        "sh",
                        home.resolve("bin").resolve("kc.sh").toString(),
                        "start-dev",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--hostname=" + address,
                        "--import-realm")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        command.environment().putAll(settings);
        command.environment().put("JAVA_OPTS_KC_HEAP", HEAP);
        command.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        command.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", password);
        Process process = command.start();
        // The script and, because a script that is killed leaves it behind, what it started.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }));
        await().atMost(LONGEST_START)
                .ignoreExceptionsInstanceOf(IOException.class) // nobody listens yet
                .until(() -> !process.isAlive() || isReady());
        if (!process.isAlive()) {
            throw new IllegalStateException("Keycloak ended while it started; see " + log.toAbsolutePath());
        }
    }

    private static Path unpacked() throws IOException {
        try (Stream<Path> unpacked = Files.list(HOME)) {
            return unpacked.filter(folder -> folder.getFileName().toString().startsWith("keycloak-"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No Keycloak in " + HOME.toAbsolutePath()));
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private boolean isReady() {
        return discovery().statusCode() == 200;
    }

    /** Of the realm's tokens. */
    public String issuer() {
        return issuer(REALM);
    }

    /** Of a realm's tokens. */
    public String issuer(String realm) {
        return address + "/realms/" + realm;
    }

    /** What Keycloak says of itself. */
    public Response discovery() {
        return RestAssured.get(issuer() + "/.well-known/openid-configuration");
    }

    /**
     * Enters somebody who can sign in.
     *
     * @param attributes that the realm knows
     * @param roles at the client {@code meerwaarde}
     */
    public void person(String name, String password, Map<String, String> attributes, List<String> roles) {
        Map<String, Object> person = Map.of(
                "username",
                name,
                "firstName",
                name,
                "lastName",
                "Test",
                "email",
                name + "@example.org",
                "enabled",
                true,
                "attributes",
                attributes,
                "credentials",
                List.of(Map.of("type", "password", "value", password)),
                "realmRoles",
                List.of("default-roles-" + REALM),
                "clientRoles",
                Map.of("meerwaarde", roles));
        enter(Map.of("ifResourceExists", "OVERWRITE", "users", List.of(person)));
    }

    /**
     * Enters a system that acts for itself.
     *
     * @param keys where its public keys are
     * @param attributes of its service account
     * @param role of that account at the client {@code meerwaarde}
     */
    public void system(String client, String keys, Map<String, String> attributes, String role) {
        Map<String, Object> entered = Map.of(
                "clientId",
                client,
                "serviceAccountsEnabled",
                true,
                "standardFlowEnabled",
                false,
                "fullScopeAllowed",
                false,
                "clientAuthenticatorType",
                "client-jwt",
                "attributes",
                Map.of(
                        "access.token.header.type.rfc9068", "true",
                        "use.jwks.url", "true",
                        "jwks.url", keys,
                        "token.endpoint.auth.signing.alg", "RS384"),
                "defaultClientScopes",
                List.of("basic", "meerwaarde"),
                "optionalClientScopes",
                List.of("system/*.cruds"));
        Map<String, Object> account = Map.of(
                "username",
                "service-account-" + client,
                "enabled",
                true,
                "serviceAccountClientId",
                client,
                "attributes",
                attributes,
                "clientRoles",
                Map.of("meerwaarde", List.of(role)));
        enter(Map.of("ifResourceExists", "OVERWRITE", "clients", List.of(entered), "users", List.of(account)));
    }

    /** Enters clients, users and whatever else a partial import takes, as an administrator does. */
    public void enter(Map<String, Object> partialImport) {
        send("/admin/realms/" + REALM + "/partialImport", partialImport);
    }

    /**
     * The same from a file.
     *
     * @param partialImport JSON in which {@code @KEYCLOAK@} stands for the address of this Keycloak
     */
    public void enter(String partialImport) {
        send("/admin/realms/" + REALM + "/partialImport", partialImport.replace(ADDRESS, address));
    }

    /**
     * Makes another realm.
     *
     * @param realm JSON in which {@code @KEYCLOAK@} stands for the address of this Keycloak
     */
    public void make(String realm) {
        send("/admin/realms", realm.replace(ADDRESS, address));
    }

    /** Says that whoever signs in elsewhere under an id is this person. */
    public void link(String name, String provider, String idThere) {
        String id = asAdministrator()
                .queryParams(Map.of("username", name, "exact", true))
                .get(address + "/admin/realms/" + REALM + "/users")
                .jsonPath()
                .getString("[0].id");
        send(
                "/admin/realms/" + REALM + "/users/" + id + "/federated-identity/" + provider,
                Map.of("identityProvider", provider, "userId", idThere, "userName", idThere));
    }

    private void send(String path, Object json) {
        Response answer =
                asAdministrator().contentType("application/json").body(json).post(address + path);
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException("Keycloak does not take it: " + answer.asString());
        }
    }

    private RequestSpecification asAdministrator() {
        return RestAssured.given().header("Authorization", "Bearer " + masterToken());
    }

    /** A token of the same Keycloak, but of another realm. */
    public String masterToken() {
        return RestAssured.given()
                .formParams(Map.of(
                        "grant_type", "password", "client_id", "admin-cli", "username", ADMIN, "password", password))
                .post(issuer("master") + "/protocol/openid-connect/token")
                .jsonPath()
                .getString("access_token");
    }
}
