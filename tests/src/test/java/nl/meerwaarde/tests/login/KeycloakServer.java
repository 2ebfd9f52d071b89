package nl.meerwaarde.tests.login;

import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.meerwaarde.requester.Role;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Keycloak;
import nl.meerwaarde.tests.support.Ports;
import nl.meerwaarde.tests.support.TestDatabase;
import nl.meerwaarde.tests.support.TestServer;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A server as in production: a Keycloak beside it signs people in and issues tokens. One for all tests of a run that need it. */
public final class KeycloakServer implements AuthorizationServer {
    /** How ids of the upstream provider begin. */
    private static final String CITIZEN = "5f0c9f3e-0000-4000-8000-00000000000";

    /** Less than a token lives. */
    private static final Duration USED_AGAIN = Duration.ofMinutes(3);

    private static final KeycloakServer SHARED = start();

    private final Keycloak keycloak;
    private final String address;
    private final ConfigurableApplicationContext beans;
    private final Map<String, Held> tokens = new HashMap<>();
    private boolean upstream;

    /** A token, and until when it is used again. */
    private record Held(String token, Instant until) {}

    private KeycloakServer(Keycloak keycloak, String address, ConfigurableApplicationContext beans) {
        this.keycloak = keycloak;
        this.address = address;
        this.beans = beans;
    }

    public static KeycloakServer shared() {
        return SHARED;
    }

    private static KeycloakServer start() {
        try {
            int port = Ports.free();
            String address = "http://localhost:" + port;
            Keycloak keycloak = Keycloak.start(Map.of(
                    "MEERWAARDE_FHIR_ADDRESS", address + "/fhir",
                    "MEERWAARDE_PORTAL_REDIRECT", TestApp.PORTAL_REDIRECT,
                    "MEERWAARDE_VIEWER_REDIRECT", TestApp.VIEWER_REDIRECT,
                    "MEERWAARDE_VIEWER_JWKS", TestKeys.published(TestKeys.VIEWER),
                    "MEERWAARDE_EHR_JWKS", TestKeys.published(TestKeys.EHR),
                    "MEERWAARDE_REGISTRY_JWKS", TestKeys.published(TestKeys.REGISTRY),
                    "MEERWAARDE_NODE_JWKS", TestKeys.published(TestKeys.NODE)));
            KeycloakServer server = new KeycloakServer(keycloak, address, run(port, address, keycloak));
            server.people();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConfigurableApplicationContext run(int port, String address, Keycloak keycloak) {
        List<String> arguments = new ArrayList<>(TestDatabase.chosen("keycloak").settings());
        arguments.add("--server.port=" + port);
        arguments.add("--meerwaarde.wording=demonstration");
        arguments.add("--spring.profiles.active=keycloak");
        arguments.add("--MEERWAARDE_KEYCLOAK=" + keycloak.issuer());
        arguments.add("--MEERWAARDE_FHIR_ADDRESS=" + address + "/fhir");
        return SpringApplication.run(TestServer.mainClass(), arguments.toArray(String[]::new));
    }

    private void people() {
        TestPeople.store(fhir(ehrToken()));
        enter("vera", "Patient/" + TestPeople.VERA, Role.PATIENT);
        enter("rob-for-vera", "RelatedPerson/" + TestPeople.ROB, Role.RELATED_PERSON);
        enter("nora", "Practitioner/" + TestPeople.NORA, Role.CARE_TEAM_MEMBER);
    }

    private void enter(String name, String person, Role role) {
        Map<String, String> attributes = new HashMap<>();
        if (!person.isEmpty()) {
            attributes.put("fhirUser", person);
        }
        if (role == Role.PATIENT) {
            attributes.put("patient", person.substring(person.indexOf('/') + 1));
        } else {
            attributes.put("organization", "Organization/" + TestPeople.HOUSE);
        }
        keycloak.person(name, Person.PASSWORD, attributes, List.of(role.code()));
    }

    /**
     * Another OpenID Connect provider, where citizens sign in for themselves or for somebody else, and the links that the hospital made: Vera is herself, and Rob is
     * somebody when he acts for Vera. There he is nobody in his own name, and a third one is nobody at all.
     */
    void trustUpstream() {
        if (upstream) {
            return;
        }
        upstream = true;
        keycloak.make(text("upstream-realm.json"));
        keycloak.enter(text("digid.json"));
        keycloak.link("vera", "digid", CITIZEN + "2");
        keycloak.link("rob-for-vera", "digid-for-another", CITIZEN + "1:pseudonym-of-vera");
    }

    private static String text(String file) {
        try (InputStream json = Objects.requireNonNull(KeycloakServer.class.getResourceAsStream(file))) {
            return new String(json.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String ehrToken() {
        return ehr().token("system/*.cruds").json().getString("access_token");
    }

    public Keycloak keycloak() {
        return keycloak;
    }

    /** Of the server itself, without path. */
    public String address() {
        return address;
    }

    /** A part of the server. */
    public <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    /**
     * A client of somebody who signed in, or of a system.
     *
     * @param person who that is in the FHIR server; empty for nobody there
     */
    public Fhir as(Role role, String person) {
        String whose = role.code() + person;
        if (!tokens.containsKey(whose) || tokens.get(whose).until().isBefore(Instant.now())) {
            tokens.put(whose, new Held(token(role, person), Instant.now().plus(USED_AGAIN)));
        }
        return fhir(tokens.get(whose).token());
    }

    private String token(Role role, String person) {
        return switch (role) {
            case EHR -> ehrToken();
            case ORGANIZATION_EHR -> organizationEhrToken(person);
            case REGISTRY -> registry().token("system/*.rs").json().getString("access_token");
            case POOLING_NODE ->
                new BackendClient(endpoint("token_endpoint"), "node", TestKeys.NODE)
                        .token("system/*.rs")
                        .json()
                        .getString("access_token");
            case PATIENT, RELATED_PERSON -> signedIn(portal(), role, person);
            default -> signedIn(viewer(), role, person);
        };
    }

    /** By name, what Keycloak signs that is no access token for this server, or one that lives too long. */
    public Map<String, String> otherTokens() {
        TestApp portal = portal();
        Visitor vera = visitor("vera");
        JsonPath answer = portal.token(vera.allows(vera.comesFor(portal, own())));
        TestApp console = TestApp.withoutSecret(this, "account-console", issuer() + "/account/");
        return Map.of(
                "ID token", answer.getString("id_token"),
                "refresh token", answer.getString("refresh_token"),
                "access token for another application",
                        console.token(vera.allows(vera.comesFor(console, "openid")))
                                .getString("access_token"),
                "access token of another realm", keycloak.masterToken(),
                "access token of two hours", longLived());
    }

    private String longLived() {
        keycloak.enter(Map.of(
                "ifResourceExists",
                "SKIP",
                "clients",
                List.of(Map.of(
                        "clientId", "patient",
                        "publicClient", true,
                        "redirectUris", List.of(TestApp.PORTAL_REDIRECT),
                        "defaultClientScopes", List.of("basic", "meerwaarde"),
                        "optionalClientScopes", List.of("user/*.rs"),
                        "attributes", Map.of("access.token.lifespan", "7200")))));
        TestApp patient = TestApp.withoutSecret(this, "patient", TestApp.PORTAL_REDIRECT);
        Visitor vera = visitor("vera");
        return patient.token(vera.allows(vera.comesFor(patient, "openid user/*.rs")))
                .getString("access_token");
    }

    /** A public key that signs. */
    public RSAKey signingKey() {
        try {
            return (RSAKey) Tokens.published(endpoint("jwks_uri")).getKeys().stream()
                    .filter(key -> KeyUse.SIGNATURE.equals(key.getKeyUse()))
                    .findFirst()
                    .orElseThrow();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A record system whose service account says of which organisation it is. */
    private String organizationEhrToken(String organization) {
        String client = "organization-ehr";
        keycloak.system(
                client, TestKeys.published(TestKeys.EHR), Map.of("organization", organization), Role.EHR.code());
        return new BackendClient(endpoint("token_endpoint"), client, TestKeys.EHR)
                .token("system/*.cruds")
                .json()
                .getString("access_token");
    }

    private String signedIn(TestApp app, Role role, String person) {
        enter("some-" + role.code(), person, role);
        Visitor visitor = visitor("some-" + role.code());
        return app.token(visitor.allows(visitor.comesFor(app, "openid user/*.cruds")))
                .getString("access_token");
    }

    @Override
    public String issuer() {
        return keycloak.issuer();
    }

    @Override
    public String fhirBase() {
        return address + "/fhir";
    }

    @Override
    public String own() {
        return "openid fhirUser patient/Observation.rs";
    }

    @Override
    public Visitor visitor(String name) {
        return new KeycloakVisitor(name, endpoint("authorization_endpoint"));
    }
}
