package nl.meerwaarde.tests.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signing in at the server itself: besides what holds everywhere, people choose patients, and record systems launch applications. */
class SmartLaunchIT implements SmartLaunchContract {
    private static final AuthorizationServer SERVER = new EmbeddedServer();
    private static final String OWN = SERVER.own();

    @Override
    public AuthorizationServer server() {
        return SERVER;
    }

    @Test
    void patientSeesForWhomAndForWhatSheAllowsAnApplication() throws Exception {
        TestApp app = SERVER.portal();
        Person vera = new Person("vera");

        Answer page = vera.comesFor(app, OWN);
        assertThat(page.text())
                .contains("Vera Verhoeven")
                .contains("Mijn Herstel")
                .contains("Bekijken: metingen en scores van u");
        JsonPath token = app.token(vera.allows(page));

        assertThat(token.getString("patient")).isEqualTo(TestPeople.VERA);
        assertThat(token.getBoolean("need_patient_banner")).isTrue();
        assertThat(token.getString("refresh_token")).as("nobody asked for one").isNull();
        JWTClaimsSet claims = SERVER.claims(token.getString("access_token"));
        assertThat(claims.getSubject()).isEqualTo("vera");
        assertThat(claims.getStringClaim("client_id")).isEqualTo("portal");
        assertThat(SERVER.claims(token.getString("id_token")).getStringClaim("fhirUser"))
                .isEqualTo(SignInServer.fhirBase() + "/Patient/" + TestPeople.VERA);
    }

    @Test
    void secondUseOfACodeEndsWhatTheFirstGave() {
        TestApp app = SERVER.portal();
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
    void oldRefreshTokenEndsTheGrant() {
        TestApp app = SERVER.portal();
        Person vera = new Person("vera");
        JsonPath first = app.token(vera.allows(vera.comesFor(app, OWN + " offline_access")));

        JsonPath second = app.refresh(first.getString("refresh_token")).json();
        assertThat(second.getString("patient")).isEqualTo(TestPeople.VERA);

        assertThat(app.refresh(first.getString("refresh_token")).json().getString("error"))
                .isEqualTo("invalid_grant");
        assertThat(app.refresh(second.getString("refresh_token")).json().getString("error"))
                .as("the later one ends too")
                .isEqualTo("invalid_grant");
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "aud, , invalid_request",
        "aud, https://elsewhere.example.org/fhir, invalid_request",
        "scope, launch patient/*.rs, invalid_request",
        "launch, invented, invalid_request"
    })
    void launchThatIsNotRightGoesBackToTheApplication(
            String parameter, @org.jspecify.annotations.Nullable String value, String error) {
        TestApp app = SERVER.portal();
        Map<String, String> request = app.request(OWN);
        if (value == null) {
            request.remove(parameter);
        } else {
            request.put(parameter, value);
        }

        Answer answer = new Person("vera").comesWith(request);

        assertThat(answer.location()).startsWith(app.redirect());
        assertThat(answer.sent()).containsEntry("error", error).containsEntry("state", app.state());
    }

    @Test
    void whoComesWithARequestThatIsNotRightIsToldSo() {
        Map<String, String> elsewhere = SERVER.portal().request(OWN);
        elsewhere.put("redirect_uri", "https://evil.example.org/answer");
        Map<String, String> implicit = SERVER.portal().request(OWN);
        implicit.put("response_type", "token");

        assertThat(new Person("vera").comesWith(elsewhere).text()).contains("Deze vraag klopt niet");
        assertThat(new Person("vera").comesWith(implicit).status()).isEqualTo(400);
    }

    @Test
    void relativeOpensItForWhomSheIsARelativeOf() {
        Person rob = new Person("rob");
        TestApp app = SERVER.portal();

        Answer page = rob.comesFor(app, "launch/patient patient/Observation.rs");
        assertThat(page.fields("patient")).containsExactly(TestPeople.VERA);
        JsonPath token = app.token(rob.allows(rob.chooses(page, TestPeople.VERA)));

        assertThat(token.getString("patient")).isEqualTo(TestPeople.VERA);
    }

    @Test
    void careTeamMemberChoosesAmongTodaysPatients() throws Exception {
        Person nora = new Person("nora", "en");
        TestApp app = SERVER.portal();

        Answer page = nora.comesFor(app, OWN);
        assertThat(page.fields("patient")).containsExactlyInAnyOrder(TestPeople.VERA, TestPeople.ANNA);
        assertThat(page.text())
                .contains("Which patient?")
                .contains("&lt;b&gt;Anders")
                .doesNotContain("<b>Anders");
        Answer consent = nora.chooses(page, TestPeople.ANNA);
        JsonPath token = app.token(nora.allows(consent));

        assertThat(token.getString("patient")).isEqualTo(TestPeople.ANNA);
        JWTClaimsSet claims = SERVER.claims(token.getString("access_token"));
        assertThat(claims.getStringListClaim("meerwaarde_roles")).containsExactly("care-team-member");
        assertThat(claims.getStringClaim("meerwaarde_organization")).isEqualTo("Organization/login-house");
    }

    @Test
    void patientOfNobodysTeamCannotBeChosen() {
        Person nora = new Person("nora");
        TestApp app = SERVER.portal();

        Answer page = nora.comesFor(app, OWN);
        Answer again = nora.chooses(page, TestPeople.PIET);

        assertThat(again.fields("patient")).as("is asked again").isNotEmpty();
    }

    @Test
    void missingStateIsRefused() {
        TestApp app = SERVER.portal();
        Map<String, String> request = app.request(OWN);
        request.remove("state");

        assertThat(new Person("vera").comesWith(request).sent()).containsEntry("error", "invalid_request");
    }

    @Test
    void nobodyGetsMoreThanItsApplicationMayOrThePersonAllows() {
        TestApp app = SERVER.portal();
        Person vera = new Person("vera");

        Answer page = vera.comesFor(
                app,
                "launch/patient patient/*.cruds patient/Observation.cruds?category=survey user/*.rs system/*.rs"
                        + " openid");
        JsonPath token = app.token(vera.allows(page, scope -> !scope.startsWith("user/")));

        assertThat(SmartLaunchContract.scopes(token))
                .containsExactlyInAnyOrder(
                        "launch/patient", "openid", "patient/*.rs", "patient/QuestionnaireResponse.cu");
    }

    @Test
    void restrictionsOfTheApplicationAreAddedToWhatIsAsked() {
        TestApp app = SERVER.viewer();
        Person nora = new Person("nora");
        Map<String, String> request = app.request("launch patient/Observation.rs?status=final");
        request.put("launch", RecordSystem.launch("viewer", TestPeople.ANNA, ""));

        JsonPath token = app.token(nora.allows(nora.comesWith(request)));

        assertThat(SmartLaunchContract.scopes(token)).contains("patient/Observation.rs?category=survey&status=final");
    }

    @Test
    void recordSystemLaunchesAnApplicationOnce() throws Exception {
        TestApp app = SERVER.viewer();
        Person nora = new Person("nora");
        Map<String, String> request = app.request("openid fhirUser launch patient/Observation.rs");
        request.put(
                "launch",
                RecordSystem.launch(
                        "viewer", TestPeople.PIET, "\"encounter\": \"e1\", \"need_patient_banner\": false,"));

        Answer page = nora.comesWith(request);
        assertThat(page.text()).as("nobody is asked for the patient").contains("Piet Pieters");
        JsonPath token = app.token(nora.allows(page));

        assertThat(token.getString("patient")).isEqualTo(TestPeople.PIET);
        assertThat(token.getString("encounter")).isEqualTo("e1");
        assertThat(token.getBoolean("need_patient_banner")).isFalse();
        assertThat(SERVER.claims(token.getString("access_token")).getStringClaim("patient"))
                .isEqualTo(TestPeople.PIET);
        assertThat(nora.comesAgain(request).sent()).as("a second time").containsEntry("error", "invalid_request");
    }

    @Test
    void launchIsOfOneApplication() {
        TestApp portal = SERVER.portal();
        Map<String, String> request = portal.request("launch patient/Observation.rs");
        request.put("launch", RecordSystem.launch("viewer", TestPeople.VERA, ""));

        assertThat(new Person("nora").comesWith(request).sent()).containsEntry("error", "invalid_request");
    }

    @Test
    void patientCannotUseALaunchForSomebodyElse() {
        TestApp app = SERVER.viewer();
        Map<String, String> request = app.request("launch patient/Observation.rs");
        request.put("launch", RecordSystem.launch("viewer", TestPeople.ANNA, ""));

        assertThat(new Person("vera").comesWith(request).status()).isEqualTo(403);
    }

    @Test
    void onlyATrustedSystemOpensLaunches() {
        String body = "{\"client\": \"viewer\", \"patient\": \"" + TestPeople.VERA + "\"}";
        TestApp app = SERVER.portal();
        Person vera = new Person("vera");
        String own = app.token(vera.allows(vera.comesFor(app, OWN))).getString("access_token");
        String registry =
                SERVER.registry().token("system/MeasureReport.rs").json().getString("access_token");

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
        assertThat(RecordSystem.asks("{\"client\": \"ehr\"}").status()).isEqualTo(400);
    }

    private static Web bearer(String token) {
        return new Web(Map.of("Authorization", "Bearer " + token));
    }
}
