package nl.meerwaarde.tests.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Applications that act for people get their tokens as SMART App Launch 2.2 says, and nobody else's. */
class SmartLaunchIT {
    private static final String OWN = "openid fhirUser launch/patient patient/Observation.rs";

    @Test
    void patientOpensAnApplicationForHerself() throws Exception {
        TestApp app = TestApp.portal();
        Person vera = new Person("vera");

        Answer page = vera.comesFor(app, OWN);
        assertThat(page.text())
                .contains("Vera Verhoeven")
                .contains("Mijn Herstel")
                .contains("Metingen en scores van deze patiënt: bekijken");
        Map<String, String> sent = vera.allows(page).sent();
        assertThat(sent).containsEntry("state", app.state());
        Answer answer = app.exchange(sent.get("code"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        JsonPath token = answer.json();
        assertThat(token.getString("patient")).isEqualTo(SignInServer.VERA);
        assertThat(token.getBoolean("need_patient_banner")).isTrue();
        assertThat(token.getInt("expires_in")).isBetween(290, 300);
        assertThat(scopes(token)).containsExactlyInAnyOrder(OWN.split(" "));
        assertThat(token.getString("refresh_token")).as("nobody asked for one").isNull();

        JWTClaimsSet claims = Tokens.claims(token.getString("access_token"));
        assertThat(claims.getIssuer()).isEqualTo(SignInServer.address());
        assertThat(claims.getAudience()).containsExactly(SignInServer.fhirBase());
        assertThat(claims.getSubject()).isEqualTo("vera");
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(claims.getExpirationTime()).isAfter(claims.getIssueTime());
        assertThat(claims.getStringClaim("client_id")).isEqualTo("portal");
        assertThat(claims.getStringClaim("scope").split(" ")).containsExactlyInAnyOrder(OWN.split(" "));
        assertThat(claims.getStringClaim("fhirUser")).isEqualTo("Patient/" + SignInServer.VERA);
        assertThat(claims.getStringClaim("patient")).isEqualTo(SignInServer.VERA);
        assertThat(claims.getStringListClaim("meerwaarde_roles")).containsExactly("patient");
        assertThat(claims.getClaim("meerwaarde_organization")).isNull();

        JWTClaimsSet identity = Tokens.claims(token.getString("id_token"));
        assertThat(identity.getAudience()).containsExactly("portal");
        assertThat(identity.getStringClaim("fhirUser"))
                .isEqualTo(SignInServer.fhirBase() + "/Patient/" + SignInServer.VERA);
    }

    @Test
    void relativeOpensItForWhomSheIsARelativeOf() {
        Person rob = new Person("rob");
        TestApp app = TestApp.portal();

        Answer page = rob.comesFor(app, "launch/patient patient/Observation.rs");
        assertThat(page.fields("patient")).containsExactly(SignInServer.VERA);
        JsonPath token = token(app, rob.allows(rob.chooses(page, SignInServer.VERA)));

        assertThat(token.getString("patient")).isEqualTo(SignInServer.VERA);
    }

    @Test
    void careTeamMemberChoosesAmongTodaysPatients() throws Exception {
        Person nora = new Person("nora", "en");
        TestApp app = TestApp.portal();

        Answer page = nora.comesFor(app, OWN);
        assertThat(page.fields("patient")).containsExactlyInAnyOrder(SignInServer.VERA, SignInServer.ANNA);
        assertThat(page.text())
                .contains("Which patient?")
                .contains("&lt;b&gt;Anders")
                .doesNotContain("<b>Anders");
        Answer consent = nora.chooses(page, SignInServer.ANNA);
        JsonPath token = token(app, nora.allows(consent));

        assertThat(token.getString("patient")).isEqualTo(SignInServer.ANNA);
        JWTClaimsSet claims = Tokens.claims(token.getString("access_token"));
        assertThat(claims.getStringListClaim("meerwaarde_roles")).containsExactly("care-team-member");
        assertThat(claims.getStringClaim("meerwaarde_organization")).isEqualTo("Organization/login-house");
    }

    @Test
    void patientOfNobodysTeamCannotBeChosen() {
        Person nora = new Person("nora");
        TestApp app = TestApp.portal();

        Answer page = nora.comesFor(app, OWN);
        Answer again = nora.chooses(page, SignInServer.PIET);

        assertThat(again.fields("patient")).as("is asked again").isNotEmpty();
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "code_challenge, , invalid_request",
        "code_challenge_method, plain, invalid_request",
        "code_challenge_method, , invalid_request",
        "aud, , invalid_request",
        "aud, https://elsewhere.example.org/fhir, invalid_request",
        "scope, system/*.cruds, invalid_scope",
        "scope, nothing/known, invalid_scope",
        "scope, launch patient/*.rs, invalid_request",
        "launch, invented, invalid_request",
        "response_type, token, unsupported_response_type"
    })
    void requestThatIsNotRightGoesBackToTheApplication(
            String parameter, @org.jspecify.annotations.Nullable String value, String error) {
        TestApp app = TestApp.portal();
        Map<String, String> request = app.request(OWN);
        if (value == null) {
            request.remove(parameter);
        } else {
            request.put(parameter, value);
        }

        Answer answer = new Person("vera").comesWith(request);

        if (parameter.equals("response_type")) {
            assertThat(answer.status()).isEqualTo(400);
        } else {
            assertThat(answer.location()).startsWith(app.redirect());
            assertThat(answer.sent()).containsEntry("error", error).containsEntry("state", app.state());
        }
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
    void nobodyIsSentToAnAddressThatIsNotTheApplications(
            String parameter, @org.jspecify.annotations.Nullable String value) {
        Map<String, String> request = TestApp.portal().request(OWN);
        if (value == null) {
            request.remove(parameter);
        } else {
            request.put(parameter, value);
        }

        Answer answer = new Person("vera").comesWith(request);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.location()).isEmpty();
        assertThat(answer.text()).contains("Deze vraag klopt niet");
    }

    @Test
    void missingStateIsRefused() {
        TestApp app = TestApp.portal();
        Map<String, String> request = app.request(OWN);
        request.remove("state");

        assertThat(new Person("vera").comesWith(request).sent()).containsEntry("error", "invalid_request");
    }

    @Test
    void codeWorksOnceAndItsSecondUseEndsWhatTheFirstGave() {
        TestApp app = TestApp.portal();
        Person vera = new Person("vera");
        String code =
                vera.allows(vera.comesFor(app, OWN + " offline_access")).sent().get("code");
        JsonPath token = app.exchange(code).json();

        assertThat(app.exchange(code).json().getString("error")).isEqualTo("invalid_grant");

        assertThat(app.refresh(token.getString("refresh_token")).json().getString("error"))
                .isEqualTo("invalid_grant");
        assertThat(isActive(token.getString("access_token"))).isFalse();
    }

    @Test
    void ofEightWhoExchangeOneCodeAtOnceAtMostOneIsServed() throws Exception {
        TestApp app = TestApp.portal();
        Person vera = new Person("vera");
        String code = vera.allows(vera.comesFor(app, OWN)).sent().get("code");

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
    void codeIsWorthNothingWithoutItsVerifier() {
        TestApp app = TestApp.portal();
        Person vera = new Person("vera");
        String code = vera.allows(vera.comesFor(app, OWN)).sent().get("code");

        assertThat(app.exchange(code, TestApp.portal().verifier()).json().getString("error"))
                .isEqualTo("invalid_grant");
        assertThat(app.token(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", app.redirect()))
                        .status())
                .as("a public application without a verifier")
                .isIn(400, 401);
    }

    @Test
    void refreshTokensAreExchangedAndAnOldOneEndsTheGrant() {
        TestApp app = TestApp.portal();
        Person vera = new Person("vera");
        JsonPath first = token(app, vera.allows(vera.comesFor(app, OWN + " offline_access")));

        JsonPath second = app.refresh(first.getString("refresh_token")).json();
        assertThat(second.getString("refresh_token")).isNotEqualTo(first.getString("refresh_token"));
        assertThat(second.getString("patient")).isEqualTo(SignInServer.VERA);
        assertThat(scopes(second)).isEqualTo(scopes(first));

        assertThat(app.refresh(first.getString("refresh_token")).json().getString("error"))
                .isEqualTo("invalid_grant");
        assertThat(app.refresh(second.getString("refresh_token")).json().getString("error"))
                .as("the later one ends too")
                .isEqualTo("invalid_grant");
    }

    @Test
    void refreshTokenIsOfOneApplication() {
        TestApp app = TestApp.portal();
        Person vera = new Person("vera");
        String refreshToken = token(app, vera.allows(vera.comesFor(app, OWN + " online_access")))
                .getString("refresh_token");

        assertThat(TestApp.viewer().refresh(refreshToken).json().getString("error"))
                .isEqualTo("invalid_grant");
        assertThat(app.refresh(refreshToken).status()).isEqualTo(200);
    }

    @Test
    void revokedTokenRefreshesNothing() {
        TestApp app = TestApp.portal();
        Person vera = new Person("vera");
        JsonPath token = token(app, vera.allows(vera.comesFor(app, OWN + " offline_access")));
        assertThat(isActive(token.getString("access_token"))).isTrue();

        Answer revoked = app.post("/oauth2/revoke", Map.of("token", token.getString("refresh_token")));

        assertThat(revoked.status()).isEqualTo(200);
        assertThat(app.refresh(token.getString("refresh_token")).json().getString("error"))
                .isEqualTo("invalid_grant");
        assertThat(isActive(token.getString("access_token"))).isFalse();
    }

    @Test
    void publicApplicationCannotLookIntoTokens() {
        assertThat(TestApp.portal()
                        .post("/oauth2/introspect", Map.of("token", "any"))
                        .status())
                .isIn(400, 401);
    }

    @Test
    void nobodyGetsMoreThanItsApplicationMayOrThePersonAllows() {
        TestApp app = TestApp.portal();
        Person vera = new Person("vera");

        Answer page = vera.comesFor(
                app,
                "launch/patient patient/*.cruds patient/Observation.cruds?category=survey user/*.rs system/*.rs"
                        + " openid");
        JsonPath token = token(app, vera.allows(page, scope -> !scope.startsWith("user/")));

        assertThat(scopes(token))
                .containsExactlyInAnyOrder(
                        "launch/patient", "openid", "patient/*.rs", "patient/QuestionnaireResponse.cu");
    }

    @Test
    void restrictionsOfTheApplicationAreAddedToWhatIsAsked() {
        TestApp app = TestApp.viewer();
        Person nora = new Person("nora");
        Map<String, String> request = app.request("launch patient/Observation.rs?status=final");
        request.put("launch", launch("viewer", SignInServer.ANNA, ""));

        JsonPath token = token(app, nora.allows(nora.comesWith(request)));

        assertThat(scopes(token)).contains("patient/Observation.rs?category=survey&status=final");
    }

    @Test
    void refusalIsToldToTheApplication() {
        TestApp app = TestApp.portal();
        Person vera = new Person("vera");

        assertThat(vera.refuses(vera.comesFor(app, OWN)).sent())
                .containsEntry("error", "access_denied")
                .containsEntry("state", app.state());
    }

    @Test
    void recordSystemLaunchesAnApplicationOnce() throws Exception {
        TestApp app = TestApp.viewer();
        Person nora = new Person("nora");
        Map<String, String> request = app.request("openid fhirUser launch patient/Observation.rs");
        request.put(
                "launch",
                launch("viewer", SignInServer.PIET, "\"encounter\": \"e1\", \"need_patient_banner\": false,"));

        Answer page = nora.comesWith(request);
        assertThat(page.text()).as("nobody is asked for the patient").contains("Piet Pieters");
        JsonPath token = token(app, nora.allows(page));

        assertThat(token.getString("patient")).isEqualTo(SignInServer.PIET);
        assertThat(token.getString("encounter")).isEqualTo("e1");
        assertThat(token.getBoolean("need_patient_banner")).isFalse();
        assertThat(Tokens.claims(token.getString("access_token")).getStringClaim("patient"))
                .isEqualTo(SignInServer.PIET);
        assertThat(nora.comesAgain(request).sent()).as("a second time").containsEntry("error", "invalid_request");
    }

    @Test
    void launchIsOfOneApplication() {
        TestApp portal = TestApp.portal();
        Map<String, String> request = portal.request("launch patient/Observation.rs");
        request.put("launch", launch("viewer", SignInServer.VERA, ""));

        assertThat(new Person("nora").comesWith(request).sent()).containsEntry("error", "invalid_request");
    }

    @Test
    void patientCannotUseALaunchForSomebodyElse() {
        TestApp app = TestApp.viewer();
        Map<String, String> request = app.request("launch patient/Observation.rs");
        request.put("launch", launch("viewer", SignInServer.ANNA, ""));

        assertThat(new Person("vera").comesWith(request).status()).isEqualTo(403);
    }

    @Test
    void onlyATrustedSystemOpensLaunches() {
        String body = "{\"client\": \"viewer\", \"patient\": \"" + SignInServer.VERA + "\"}";
        TestApp app = TestApp.portal();
        Person vera = new Person("vera");
        String own = token(app, vera.allows(vera.comesFor(app, OWN))).getString("access_token");
        String registry = new BackendClient(SignInServer.address(), "registry", SignInServer.REGISTRY_KEY)
                .token("system/MeasureReport.rs")
                .json()
                .getString("access_token");

        assertThat(new Web()
                        .postJson(SignInServer.address() + "/oauth2/launch", body)
                        .status())
                .isEqualTo(401);
        assertThat(bearer(own)
                        .postJson(SignInServer.address() + "/oauth2/launch", body)
                        .status())
                .isEqualTo(403);
        assertThat(bearer(registry)
                        .postJson(SignInServer.address() + "/oauth2/launch", body)
                        .status())
                .isEqualTo(403);
        assertThat(bearer(ehrToken())
                        .postJson(SignInServer.address() + "/oauth2/launch", "{\"client\": \"ehr\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void confidentialApplicationProvesWhoItIs() {
        TestApp app = TestApp.viewer();
        Person nora = new Person("nora");
        Map<String, String> request = app.request("launch patient/Observation.rs");
        request.put("launch", launch("viewer", SignInServer.VERA, ""));
        String code = nora.allows(nora.comesWith(request)).sent().get("code");
        TestApp impostor =
                new TestApp("viewer", app.redirect(), app.verifier(), app.state(), java.util.Optional.empty());

        assertThat(impostor.exchange(code).json().getString("error")).isEqualTo("invalid_client");
    }

    private static Set<String> scopes(JsonPath token) {
        return Set.copyOf(Arrays.asList(token.getString("scope").split(" ")));
    }

    private static JsonPath token(TestApp app, Answer allowed) {
        assertThat(allowed.sent()).as(allowed.toString()).containsKey("code");
        Answer answer = app.exchange(allowed.sent().get("code"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private static String ehrToken() {
        return new BackendClient(SignInServer.address(), "ehr", SignInServer.EHR_KEY)
                .token("system/*.cruds")
                .json()
                .getString("access_token");
    }

    private static Web bearer(String token) {
        return new Web(Map.of("Authorization", "Bearer " + token));
    }

    private static String launch(String app, String patient, String more) {
        Answer opened = bearer(ehrToken())
                .postJson(
                        SignInServer.address() + "/oauth2/launch",
                        "{%s \"client\": \"%s\", \"patient\": \"%s\"}".formatted(more, app, patient));
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        return opened.json().getString("launch");
    }

    private static boolean isActive(String token) {
        TestApp viewer = TestApp.viewer();
        return viewer.post("/oauth2/introspect", Map.of("token", token)).json().getBoolean("active");
    }
}
