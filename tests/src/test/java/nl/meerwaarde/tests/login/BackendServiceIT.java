package nl.meerwaarde.tests.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import org.junit.jupiter.api.Test;

/** Tokens for systems from the server itself: besides what holds everywhere, they get what they ask for and may have. */
class BackendServiceIT implements BackendServiceContract {
    private static final AuthorizationServer SERVER = new EmbeddedServer();

    @Override
    public AuthorizationServer server() {
        return SERVER;
    }

    @Test
    void tokenSaysWhichSystemOfWhichHouseItIs() throws Exception {
        JWTClaimsSet claims =
                SERVER.claims(SERVER.ehr().token("system/Patient.r").json().getString("access_token"));

        assertThat(claims.getSubject()).isEqualTo("ehr");
        assertThat(claims.getStringClaim("client_id")).isEqualTo("ehr");
        assertThat(claims.getStringClaim("meerwaarde_organization")).isEqualTo("Organization/" + TestPeople.HOUSE);
    }

    @Test
    void whoAsksForMoreThanItMayHaveGetsWhatBothHaveInCommon() {
        Answer answer = SERVER.registry().token("system/MeasureReport.rs system/*.cruds");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().getString("scope").split(" "))
                .containsExactlyInAnyOrder("system/MeasureReport.rs", "system/Observation.rs?category=survey");
    }

    @Test
    void sameIdOfAnotherClientIsAnother() {
        String id = java.util.UUID.randomUUID().toString();
        BackendClient ehr = SERVER.ehr();
        BackendClient registry = SERVER.registry();

        assertThat(ehr.tokenWith(ehr.assertion(claims -> claims.jwtID(id)), "system/*.rs")
                        .status())
                .isEqualTo(200);
        assertThat(registry.tokenWith(registry.assertion(claims -> claims.jwtID(id)), "system/MeasureReport.rs")
                        .status())
                .isEqualTo(200);
    }

    @Override
    public void assertRefused(Answer answer) {
        BackendServiceContract.super.assertRefused(answer);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
        if (!answer.text().isEmpty()) {
            assertThat(answer.json().getString("error")).isEqualTo("invalid_client");
        }
    }
}
