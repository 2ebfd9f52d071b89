package nl.meerwaarde.tests.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Systems get tokens for themselves by a key pair (SMART backend services), and by nothing less. */
class BackendServiceIT {
    private final BackendClient ehr = new BackendClient(SignInServer.address(), "ehr", SignInServer.EHR_KEY);
    private final BackendClient registry =
            new BackendClient(SignInServer.address(), "registry", SignInServer.REGISTRY_KEY);

    @Test
    void keyInTheDirectoryIsGoodForAToken() throws Exception {
        Answer answer = ehr.token("system/Observation.rs system/Patient.r");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().getString("token_type")).isEqualTo("Bearer");
        assertThat(answer.json().getString("refresh_token")).isNull();
        assertThat(answer.json().getInt("expires_in")).isLessThanOrEqualTo(300);
        JWTClaimsSet claims = Tokens.claims(answer.json().getString("access_token"));
        assertThat(claims.getSubject()).isEqualTo("ehr");
        assertThat(claims.getStringClaim("client_id")).isEqualTo("ehr");
        assertThat(claims.getAudience()).containsExactly(SignInServer.fhirBase());
        assertThat(claims.getStringClaim("scope")).isEqualTo("system/Observation.rs system/Patient.r");
        assertThat(claims.getStringListClaim("meerwaarde_roles")).containsExactly("ehr");
        assertThat(claims.getStringClaim("meerwaarde_organization")).isEqualTo("Organization/login-house");
        assertThat(claims.getClaim("fhirUser")).isNull();
        assertThat(claims.getClaim("patient")).isNull();
    }

    @Test
    void keyThatTheClientPublishesIsGoodForAToken() throws Exception {
        Answer answer = registry.token("system/MeasureReport.rs system/*.cruds");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().getString("scope").split(" "))
                .containsExactlyInAnyOrder("system/MeasureReport.rs", "system/Observation.rs?category=survey");
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("expired", claims -> claims.expirationTime(in(Duration.ofMinutes(-2)))),
                change("without an end", claims -> claims.expirationTime(null)),
                change("longer than five minutes", claims -> claims.expirationTime(in(Duration.ofMinutes(8)))),
                change("not valid yet", claims -> claims.notBeforeTime(in(Duration.ofMinutes(2)))),
                change("for another server", claims -> claims.audience("https://elsewhere.example.org/token")),
                change("for nobody", claims -> claims.audience((String) null)),
                change("of another issuer", claims -> claims.issuer("registry")),
                change("about another subject", claims -> claims.subject("registry")),
                change("without an id", claims -> claims.jwtID(null)));
    }

    private static Arguments change(String name, Consumer<JWTClaimsSet.Builder> change) {
        return Arguments.of(name, change);
    }

    private static Date in(Duration time) {
        return Date.from(Instant.now().plus(time));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void assertionThatIsNotRightIsRefused(String name, Consumer<JWTClaimsSet.Builder> change) {
        assertRefused(ehr.tokenWith(ehr.assertion(change), "system/*.rs"));
    }

    @Test
    void assertionWorksOnce() {
        String assertion = ehr.assertion(claims -> {});

        assertThat(ehr.tokenWith(assertion, "system/*.rs").status()).isEqualTo(200);
        assertRefused(ehr.tokenWith(assertion, "system/*.rs"));
    }

    @Test
    void clientMayBeNamedBesideItsAssertionButNotAnother() {
        Map<String, String> form = new java.util.HashMap<>(ehr.proof());
        form.put("grant_type", "client_credentials");
        form.put("scope", "system/*.rs");
        form.put("client_id", "registry");
        assertRefused(new Web().post(ehr.tokenEndpoint(), form));

        form.putAll(ehr.proof());
        form.put("client_id", "ehr");
        assertThat(new Web().post(ehr.tokenEndpoint(), form).status()).isEqualTo(200);
    }

    @Test
    void sameIdOfAnotherClientIsAnother() {
        String id = java.util.UUID.randomUUID().toString();

        assertThat(ehr.tokenWith(ehr.assertion(claims -> claims.jwtID(id)), "system/*.rs")
                        .status())
                .isEqualTo(200);
        assertThat(registry.tokenWith(registry.assertion(claims -> claims.jwtID(id)), "system/MeasureReport.rs")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void keyThatIsNotTheClientsIsRefused() throws Exception {
        assertRefused(new BackendClient(
                        SignInServer.address(),
                        "ehr",
                        new RSAKeyGenerator(2048).keyID("ehr-1").generate())
                .token("system/*.rs"));
        assertRefused(new BackendClient(
                        SignInServer.address(),
                        "registry",
                        new ECKeyGenerator(Curve.P_384).keyID("another").generate())
                .token("system/*.rs"));
        assertRefused(new BackendClient(SignInServer.address(), "nobody", SignInServer.EHR_KEY).token("system/*.rs"));
    }

    @Test
    void otherAlgorithmsAreRefused() {
        assertRefused(ehr.tokenWith(ehr.assertion(JWSAlgorithm.RS256, claims -> {}), "system/*.rs"));
    }

    @Test
    void clientOfPeopleGetsNoTokenForItself() {
        BackendClient viewer = new BackendClient(SignInServer.address(), "viewer", SignInServer.VIEWER_KEY);

        assertThat(viewer.token("patient/Observation.rs").json().getString("error"))
                .isEqualTo("unauthorized_client");
    }

    @Test
    void scopesOfPeopleAreNotForSystems() {
        Answer answer = ehr.token("patient/*.rs user/*.rs openid");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("error")).isEqualTo("invalid_scope");
    }

    @Test
    void secretsAndBareNamesAreRefused() {
        Web web = new Web();
        assertRefused(web.post(
                ehr.tokenEndpoint(),
                Map.of("grant_type", "client_credentials", "client_id", "ehr", "scope", "system/*.rs")));
        assertRefused(web.post(
                ehr.tokenEndpoint(),
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "ehr",
                        "client_secret", "guessed",
                        "scope", "system/*.rs")));
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
        assertThat(answer.text()).doesNotContain("access_token");
        if (!answer.text().isEmpty()) {
            assertThat(answer.json().getString("error")).isEqualTo("invalid_client");
        }
    }
}
