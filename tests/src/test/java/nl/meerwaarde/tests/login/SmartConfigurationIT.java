package nl.meerwaarde.tests.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import io.restassured.path.json.JsonPath;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the server says of its own authorization server is there. That each capability works, the other tests of this package show. */
class SmartConfigurationIT implements SmartConfigurationContract {
    private static final AuthorizationServer SERVER = new EmbeddedServer();
    private static final String DOCUMENT = SignInServer.fhirBase() + "/.well-known/smart-configuration";

    @Override
    public AuthorizationServer server() {
        return SERVER;
    }

    @Test
    void documentSaysWhatOnlyThisServerCan() {
        JsonPath document = new Web().get(DOCUMENT).json();

        assertThat(document.getList("token_endpoint_auth_signing_alg_values_supported"))
                .isEqualTo(List.of("ES384", "RS384"));
        assertThat(document.getList("capabilities", String.class))
                .contains("launch-ehr", "context-ehr-patient", "context-standalone-patient");
    }

    @Test
    void openIdDocumentListsWhatThereIsAndNoMore() {
        JsonPath smart = new Web().get(DOCUMENT).json();
        JsonPath openId = new Web()
                .get(SignInServer.address() + "/.well-known/openid-configuration")
                .json();

        assertThat(openId.getList("grant_types_supported")).isEqualTo(smart.getList("grant_types_supported"));
        assertThat(openId.getList("token_endpoint_auth_methods_supported"))
                .isEqualTo(List.of("none", "private_key_jwt"));
        assertThat(openId.getString("device_authorization_endpoint")).isNull();
    }

    @Test
    void keysAreShownWithoutTheirPrivatePartsAndKeptForTheirOwnerOnly() throws Exception {
        assertThat(Tokens.published(SERVER.endpoint("jwks_uri")).getKeys())
                .isNotEmpty()
                .noneMatch(JWK::isPrivate);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(SignInServer.keys())))
                .isEqualTo("rw-------");
    }

    @Test
    void scriptsOfApplicationsMayFetchTokensAndOthersMayNot() {
        String token = SignInServer.address() + "/oauth2/token";

        assertThat(new Web(Map.of("Origin", "https://portal.example.org"))
                        .post(token, Map.of())
                        .header("Access-Control-Allow-Origin"))
                .isEqualTo("https://portal.example.org");
        assertThat(new Web(Map.of("Origin", "https://evil.example.org"))
                        .post(token, Map.of())
                        .status())
                .isEqualTo(403);
    }
}
