package nl.meerwaarde.tests.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds wherever people sign in holds with Keycloak and the realm file of this repository; and what Keycloak cannot do, nobody is promised. */
class KeycloakCampaign implements SmartLaunchContract, BackendServiceContract, SmartConfigurationContract {
    private static final KeycloakServer SERVER = KeycloakServer.shared();

    @Override
    public AuthorizationServer server() {
        return SERVER;
    }

    /** Without a launch and without a choice of patients neither scope could be kept. */
    @ParameterizedTest
    @ValueSource(strings = {"launch", "launch/patient"})
    void scopeThatKeycloakCannotKeepIsRefused(String scope) {
        JsonPath document = new Web()
                .get(SERVER.fhirBase() + "/.well-known/smart-configuration")
                .json();

        assertThat(document.getList("scopes_supported", String.class)).doesNotContain(scope);
        assertThat(document.getList("capabilities", String.class))
                .noneMatch(capability -> capability.startsWith("context-"))
                .doesNotContain("launch-ehr");
        assertThat(SERVER.visitor("vera")
                        .comesFor(SERVER.portal(), "openid " + scope + " patient/Observation.rs")
                        .sent())
                .containsEntry("error", "invalid_scope");
    }

    @Test
    void applicationOfPatientsCarriesNoRoleOfAProfessional() throws Exception {
        Visitor nora = SERVER.visitor("nora");
        TestApp portal = SERVER.portal();
        String token = portal.token(nora.allows(nora.comesFor(portal, "openid user/*.rs")))
                .getString("access_token");

        assertThat(SERVER.claims(token).getClaim("meerwaarde_roles")).isNull();
        assertThat(SERVER.fhir(token).get("Patient/" + TestPeople.ANNA).status())
                .isEqualTo(403);
    }

    /** Who could change her own fhirUser could become anybody. */
    @Test
    void nobodyChangesWhoSheIs() throws Exception {
        String account = SERVER.issuer() + "/account/";
        Visitor vera = SERVER.visitor("vera");
        TestApp console = TestApp.withoutSecret(SERVER, "account-console", account);
        String own =
                console.token(vera.allows(vera.comesFor(console, "openid"))).getString("access_token");
        Web herself = new Web(Map.of("Authorization", "Bearer " + own, "Accept", "application/json"));
        assertThat(herself.get(account).json().getString("username")).isEqualTo("vera");

        Answer changed = herself.postJson(
                account,
                "{\"username\": \"vera\", \"attributes\": {\"fhirUser\": [\"Patient/" + TestPeople.ANNA + "\"]}}");

        assertThat(changed.status()).as(changed.toString()).isIn(204, 400);
        TestApp portal = SERVER.portal();
        JsonPath token = portal.token(vera.allows(vera.comesFor(portal, SERVER.own())));
        assertThat(SERVER.claims(token.getString("access_token")).getClaim("fhirUser"))
                .isEqualTo("Patient/" + TestPeople.VERA);
    }

    @ParameterizedTest
    @CsvSource({
        "vera-citizen, digid, Patient/login-vera, patient",
        "rob-citizen, digid-for-another, RelatedPerson/login-rob, related-person"
    })
    void whoActsForWhomArrivesFromTheUpstreamProvider(String name, String provider, String person, String role)
            throws Exception {
        SERVER.trustUpstream();
        KeycloakVisitor visitor = new KeycloakVisitor(name, SERVER.endpoint("authorization_endpoint"));
        TestApp portal = SERVER.portal();

        Answer page = visitor.comesBy(provider, portal.request("openid user/*.rs"));
        String token = portal.token(visitor.allows(page)).getString("access_token");

        assertThat(SERVER.claims(token).getStringClaim("fhirUser")).isEqualTo(person);
        assertThat(SERVER.claims(token).getStringListClaim("meerwaarde_roles")).containsExactly(role);
    }

    /** Also who is somebody, but not in this capacity. */
    @ParameterizedTest
    @CsvSource({
        "somebody-citizen, digid",
        "somebody-citizen, digid-for-another",
        "rob-citizen, digid",
        "vera-citizen, digid-for-another"
    })
    void whomTheHospitalDoesNotKnowIsNobody(String name, String provider) {
        SERVER.trustUpstream();
        KeycloakVisitor visitor = new KeycloakVisitor(name, SERVER.endpoint("authorization_endpoint"));

        Answer page = visitor.comesBy(provider, SERVER.portal().request("openid user/*.rs"));

        assertThat(page.location()).doesNotContain("code=");
        assertThat(page.text()).contains("kc-error-message");
    }
}
