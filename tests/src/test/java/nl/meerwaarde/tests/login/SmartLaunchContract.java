package nl.meerwaarde.tests.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.JWTClaimsSet;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.meerwaarde.tests.support.Fhir;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds wherever people sign in: applications get tokens by PKCE (SMART App Launch 2.2), which open what the person may see and nothing else. */
interface SmartLaunchContract {
    AuthorizationServer server();

    @Test
    default void patientOpensAnApplicationForHerself() throws Exception {
        TestApp app = server().portal();
        Visitor vera = server().visitor("vera");

        Map<String, String> sent =
                vera.allows(vera.comesFor(app, server().own())).sent();
        assertThat(sent).containsEntry("state", app.state());
        Answer answer = app.exchange(sent.get("code"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        JsonPath token = answer.json();
        assertThat(token.getInt("expires_in")).isBetween(290, 300);
        assertThat(scopes(token)).containsExactlyInAnyOrder(server().own().split(" "));

        JWTClaimsSet claims = server().claims(token.getString("access_token"));
        assertThat(claims.getIssuer()).isEqualTo(server().issuer());
        assertThat(claims.getAudience()).containsExactly(server().fhirBase());
        assertThat(claims.getSubject()).isNotBlank();
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(claims.getExpirationTime()).isAfter(claims.getIssueTime());
        assertThat(claims.getStringClaim("scope").split(" "))
                .containsExactlyInAnyOrder(server().own().split(" "));
        assertThat(claims.getStringClaim("fhirUser")).isEqualTo("Patient/" + TestPeople.VERA);
        assertThat(claims.getStringClaim("patient")).isEqualTo(TestPeople.VERA);
        assertThat(claims.getStringListClaim("meerwaarde_roles")).containsExactly("patient");
        assertThat(claims.getClaim("meerwaarde_organization")).isNull();

        JWTClaimsSet identity = server().claims(token.getString("id_token"));
        assertThat(identity.getAudience()).containsExactly("portal");
        assertThat(identity.getSubject()).isEqualTo(claims.getSubject());
        assertThat(identity.getStringClaim("fhirUser")).endsWith("Patient/" + TestPeople.VERA);
    }

    @Test
    default void tokenOfAPatientOpensHerOwnRecordAndOnlyWhatItSays() {
        Visitor vera = server().visitor("vera");
        TestApp app = server().portal();
        Fhir fhir = server().fhir(app.token(vera.allows(vera.comesFor(app, server().own())))
                .getString("access_token"));

        assertThat(fhir.get("Observation?subject=Patient/" + TestPeople.VERA).status())
                .isEqualTo(200);
        assertThat(fhir.get("Patient/" + TestPeople.VERA).status())
                .as("a scope for Observations alone")
                .isEqualTo(403);
        assertThat(fhir.get("Observation?subject=Patient/" + TestPeople.ANNA)
                        .body(org.hl7.fhir.r4.model.Bundle.class)
                        .getTotal())
                .isZero();
    }

    @Test
    default void tokenOfAProfessionalOpensTodaysPatients() throws Exception {
        Visitor nora = server().visitor("nora");
        TestApp app = server().viewer();
        String token = app.token(nora.allows(nora.comesFor(app, "openid fhirUser user/*.rs")))
                .getString("access_token");

        JWTClaimsSet claims = server().claims(token);
        assertThat(claims.getStringListClaim("meerwaarde_roles")).containsExactly("care-team-member");
        assertThat(claims.getStringClaim("meerwaarde_organization")).isEqualTo("Organization/" + TestPeople.HOUSE);
        Fhir fhir = server().fhir(token);
        assertThat(fhir.get("Patient/" + TestPeople.ANNA).status()).isEqualTo(200);
        assertThat(fhir.get("Patient/" + TestPeople.PIET).status())
                .as("of nobody's team today")
                .isEqualTo(404);
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "code_challenge, , invalid_request",
        "code_challenge_method, plain, invalid_request",
        "code_challenge_method, , invalid_request",
        "scope, system/*.cruds, invalid_scope",
        "scope, nothing/known, invalid_scope"
    })
    default void requestThatIsNotRightGoesBackToTheApplication(
            String parameter, @org.jspecify.annotations.Nullable String value, String error) {
        TestApp app = server().portal();

        Answer answer = server().visitor("vera").comesWith(changed(app, parameter, value));

        assertThat(answer.location()).startsWith(app.redirect());
        assertThat(answer.sent()).containsEntry("error", error).containsEntry("state", app.state());
    }

    @ParameterizedTest
    @CsvSource({
        "redirect_uri, https://portal.example.org/answer/",
        "redirect_uri, https://portal.example.org/answer?more=1",
        "redirect_uri, https://evil.example.org/answer",
        "redirect_uri, ",
        "request_uri, urn:ietf:params:oauth:request_uri:pushed-before",
        "client_id, nobody",
        "client_id, registry"
    })
    default void nobodyIsSentToAnAddressThatIsNotTheApplications(
            String parameter, @org.jspecify.annotations.Nullable String value) {
        Answer answer = server().visitor("vera").comesWith(changed(server().portal(), parameter, value));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.location()).isEmpty();
    }

    private Map<String, String> changed(
            TestApp app, String parameter, @org.jspecify.annotations.Nullable String value) {
        Map<String, String> request = app.request(server().own());
        if (value == null) {
            request.remove(parameter);
        } else {
            request.put(parameter, value);
        }
        return request;
    }

    @Test
    default void codeWorksOnce() {
        TestApp app = server().portal();
        Visitor vera = server().visitor("vera");
        String code = vera.allows(vera.comesFor(app, server().own())).sent().get("code");

        assertThat(app.exchange(code).status()).isEqualTo(200);
        assertThat(app.exchange(code).json().getString("error")).isEqualTo("invalid_grant");
    }

    @Test
    default void ofEightWhoExchangeOneCodeAtOnceAtMostOneIsServed() throws Exception {
        TestApp app = server().portal();
        Visitor vera = server().visitor("vera");
        String code = vera.allows(vera.comesFor(app, server().own())).sent().get("code");

        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> exchanges = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                exchanges.add(() -> app.exchange(code).status());
            }
            int served = 0;
            for (Future<Integer> status : threads.invokeAll(exchanges)) {
                assertThat(status.get()).isIn(200, 400);
                served += status.get() == 200 ? 1 : 0;
            }
            assertThat(served).isLessThanOrEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    default void codeIsWorthNothingWithoutItsVerifier() {
        TestApp app = server().portal();
        Visitor vera = server().visitor("vera");
        String code = vera.allows(vera.comesFor(app, server().own())).sent().get("code");

        assertThat(app.exchange(code, server().portal().verifier()).json().getString("error"))
                .isEqualTo("invalid_grant");
        assertThat(app.token(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", app.redirect()))
                        .status())
                .as("a public application without a verifier")
                .isIn(400, 401);
    }

    @Test
    default void refreshTokenIsExchangedAtItsUse() throws Exception {
        TestApp app = server().portal();
        Visitor vera = server().visitor("vera");
        JsonPath first = app.token(vera.allows(vera.comesFor(app, server().own() + " offline_access")));
        Instant begin =
                server().claims(first.getString("access_token")).getIssueTime().toInstant();
        // Servers may tell the old from the new by the second.
        await().until(() -> Instant.now().isAfter(begin.plusSeconds(1)));

        JsonPath second = app.refresh(first.getString("refresh_token")).json();

        assertThat(second.getString("refresh_token")).isNotEqualTo(first.getString("refresh_token"));
        assertThat(scopes(second)).isEqualTo(scopes(first));
        assertThat(app.refresh(first.getString("refresh_token")).json().getString("error"))
                .isEqualTo("invalid_grant");
    }

    @Test
    default void refreshTokenIsOfOneApplication() {
        TestApp app = server().portal();
        Visitor vera = server().visitor("vera");
        String refreshToken = app.token(vera.allows(vera.comesFor(app, server().own() + " online_access")))
                .getString("refresh_token");

        assertThat(server().viewer().refresh(refreshToken).json().getString("error"))
                .isEqualTo("invalid_grant");
        assertThat(app.refresh(refreshToken).status()).isEqualTo(200);
    }

    @Test
    default void revokedTokenRefreshesNothing() {
        TestApp app = server().portal();
        Visitor vera = server().visitor("vera");
        JsonPath token = app.token(vera.allows(vera.comesFor(app, server().own() + " offline_access")));
        assertThat(isActive(token.getString("access_token"))).isTrue();

        Answer revoked = app.post("revocation_endpoint", Map.of("token", token.getString("refresh_token")));

        assertThat(revoked.status()).isEqualTo(200);
        assertThat(app.refresh(token.getString("refresh_token")).json().getString("error"))
                .isEqualTo("invalid_grant");
        assertThat(isActive(token.getString("access_token"))).isFalse();
    }

    @Test
    default void publicApplicationCannotLookIntoTokens() {
        assertThat(server().portal()
                        .post("introspection_endpoint", Map.of("token", "any"))
                        .status())
                .isBetween(400, 403);
    }

    @Test
    default void refusalIsToldToTheApplication() {
        TestApp app = server().portal();
        Visitor vera = server().visitor("vera");

        assertThat(vera.refuses(vera.comesFor(app, server().own())).sent())
                .containsEntry("error", "access_denied")
                .containsEntry("state", app.state());
    }

    @Test
    default void confidentialApplicationProvesWhoItIs() {
        TestApp app = server().viewer();
        Visitor nora = server().visitor("nora");
        String code = nora.allows(nora.comesFor(app, "openid user/*.rs")).sent().get("code");

        assertThat(app.unproven().exchange(code).json().getString("error"))
                .isIn("invalid_client", "unauthorized_client");
        assertThat(app.exchange(code).status()).isEqualTo(200);
    }

    static Set<String> scopes(JsonPath token) {
        return Set.copyOf(Arrays.asList(token.getString("scope").split(" ")));
    }

    /** As the record system is told. */
    default boolean isActive(String token) {
        BackendClient ehr = server().ehr();
        Map<String, String> question = new HashMap<>(ehr.proof());
        question.put("token", token);
        return new Web()
                .post(server().endpoint("introspection_endpoint"), question)
                .json()
                .getBoolean("active");
    }
}
