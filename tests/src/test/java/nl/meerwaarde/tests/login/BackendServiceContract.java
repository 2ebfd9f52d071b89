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
import nl.meerwaarde.tests.support.Fhir;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds wherever tokens come from: systems get theirs by a key pair (SMART backend services), and by nothing less. */
interface BackendServiceContract {
    AuthorizationServer server();

    @Test
    default void systemGetsATokenByItsKey() throws Exception {
        Answer answer = server().ehr().token("system/Observation.rs system/Patient.r");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().getString("token_type")).isEqualTo("Bearer");
        assertThat(answer.json().getString("refresh_token")).isNull();
        assertThat(answer.json().getInt("expires_in")).isLessThanOrEqualTo(300);
        JWTClaimsSet claims = server().claims(answer.json().getString("access_token"));
        assertThat(claims.getIssuer()).isEqualTo(server().issuer());
        assertThat(claims.getAudience()).containsExactly(server().fhirBase());
        assertThat(claims.getSubject()).isNotBlank();
        assertThat(claims.getStringClaim("scope").split(" "))
                .containsExactlyInAnyOrder("system/Observation.rs", "system/Patient.r");
        assertThat(claims.getStringListClaim("meerwaarde_roles")).containsExactly("ehr");
        assertThat(claims.getClaim("fhirUser")).isNull();
        assertThat(claims.getClaim("patient")).isNull();
    }

    @Test
    default void tokenOfASystemOpensWhatItSays() {
        Fhir fhir =
                server().fhir(server().ehr().token("system/Patient.r").json().getString("access_token"));

        assertThat(fhir.get("Patient/" + TestPeople.PIET).status()).isEqualTo(200);
        assertThat(fhir.get("Observation").status()).isEqualTo(403);
    }

    @Test
    default void keyThatTheClientPublishesIsGoodForAToken() {
        Answer answer = server().registry().token("system/MeasureReport.rs system/Observation.rs?category=survey");

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
    @MethodSource("nl.meerwaarde.tests.login.BackendServiceContract#changes")
    default void assertionThatIsNotRightIsRefused(String name, Consumer<JWTClaimsSet.Builder> change) {
        BackendClient ehr = server().ehr();

        assertRefused(ehr.tokenWith(ehr.assertion(change), "system/*.rs"));
    }

    @Test
    default void assertionWorksOnce() {
        BackendClient ehr = server().ehr();
        String assertion = ehr.assertion(claims -> {});

        assertThat(ehr.tokenWith(assertion, "system/*.rs").status()).isEqualTo(200);
        assertRefused(ehr.tokenWith(assertion, "system/*.rs"));
    }

    @Test
    default void clientMayBeNamedBesideItsAssertionButNotAnother() {
        BackendClient ehr = server().ehr();
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
    default void keyThatIsNotTheClientsIsRefused() throws Exception {
        String endpoint = server().endpoint("token_endpoint");
        assertRefused(new BackendClient(
                        endpoint,
                        "ehr",
                        new RSAKeyGenerator(2048).keyID("ehr-1").generate())
                .token("system/*.rs"));
        assertRefused(new BackendClient(
                        endpoint,
                        "registry",
                        new ECKeyGenerator(Curve.P_384).keyID("another").generate())
                .token("system/*.rs"));
        assertRefused(new BackendClient(endpoint, "nobody", TestKeys.EHR).token("system/*.rs"));
    }

    @Test
    default void otherAlgorithmsAreRefused() {
        BackendClient ehr = server().ehr();

        assertRefused(ehr.tokenWith(ehr.assertion(JWSAlgorithm.RS256, claims -> {}), "system/*.rs"));
    }

    @Test
    default void clientOfPeopleGetsNoTokenForItself() {
        BackendClient viewer = server().viewer().proof().orElseThrow();

        assertThat(viewer.token("patient/Observation.rs").json().getString("error"))
                .isEqualTo("unauthorized_client");
    }

    @Test
    default void scopesOfPeopleAreNotForSystems() {
        Answer answer = server().ehr().token("patient/*.rs user/*.rs openid");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("error")).isEqualTo("invalid_scope");
    }

    @Test
    default void secretsAndBareNamesAreRefused() {
        Web web = new Web();
        String endpoint = server().endpoint("token_endpoint");
        assertRefused(web.post(
                endpoint, Map.of("grant_type", "client_credentials", "client_id", "ehr", "scope", "system/*.rs")));
        assertRefused(web.post(
                endpoint,
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "ehr",
                        "client_secret", "guessed",
                        "scope", "system/*.rs")));
    }

    /** No token, and nothing that would help to get one. */
    default void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isIn(400, 401);
        assertThat(answer.text()).doesNotContain("access_token");
        if (!answer.text().isEmpty()) {
            assertThat(answer.json().getString("error")).isIn("invalid_client", "unauthorized_client");
        }
    }
}
