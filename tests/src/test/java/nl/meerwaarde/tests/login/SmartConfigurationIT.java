package nl.meerwaarde.tests.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import io.restassured.path.json.JsonPath;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import nl.meerwaarde.tests.support.Fhir;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestSecurityComponent;
import org.hl7.fhir.r4.model.Extension;
import org.junit.jupiter.api.Test;

/** What the server says of where tokens come from is there. That each capability works, the other tests of this package show. */
class SmartConfigurationIT {
    private static final String DOCUMENT = SignInServer.fhirBase() + "/.well-known/smart-configuration";

    @Test
    void documentIsForEverybodyFromEverywhere() {
        Answer answer = new Web(Map.of("Origin", "https://any.example.org")).get(DOCUMENT);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(new Web().options(DOCUMENT).status()).isEqualTo(204);
        assertThat(new Web().postJson(DOCUMENT, "{}").status()).isEqualTo(405);
    }

    @Test
    void documentSaysWhatSmartAsksFor() {
        JsonPath document = new Web().get(DOCUMENT).json();

        assertThat(document.getString("issuer")).isEqualTo(SignInServer.address());
        assertThat(document.getList("grant_types_supported"))
                .containsExactlyInAnyOrder("authorization_code", "refresh_token", "client_credentials");
        assertThat(document.getList("code_challenge_methods_supported")).isEqualTo(List.of("S256"));
        assertThat(document.getList("token_endpoint_auth_signing_alg_values_supported"))
                .isEqualTo(List.of("ES384", "RS384"));
        assertThat(document.getList("capabilities", String.class))
                .contains("launch-ehr", "launch-standalone", "client-public", "client-confidential-asymmetric")
                .contains("permission-v2", "context-ehr-patient", "context-standalone-patient", "sso-openid-connect")
                .doesNotContain("permission-v1", "client-confidential-symmetric", "authorize-post");
    }

    @Test
    void everyEndpointIsThere() {
        JsonPath document = new Web().get(DOCUMENT).json();

        assertThat(new Web().get(document.getString("jwks_uri")).status()).isEqualTo(200);
        assertThat(new Web().get(document.getString("authorization_endpoint")).status())
                .isEqualTo(400);
        for (String endpoint : List.of("token_endpoint", "introspection_endpoint", "revocation_endpoint")) {
            assertThat(new Web().post(document.getString(endpoint), Map.of()).status())
                    .as(endpoint)
                    .isIn(400, 401);
        }
    }

    @Test
    void openIdDocumentSaysTheSame() {
        JsonPath smart = new Web().get(DOCUMENT).json();
        JsonPath openId = new Web()
                .get(SignInServer.address() + "/.well-known/openid-configuration")
                .json();

        for (String member : List.of("issuer", "jwks_uri", "authorization_endpoint", "token_endpoint")) {
            assertThat(openId.getString(member)).as(member).isEqualTo(smart.getString(member));
        }
        assertThat(openId.getList("grant_types_supported")).isEqualTo(smart.getList("grant_types_supported"));
        assertThat(openId.getList("token_endpoint_auth_methods_supported"))
                .isEqualTo(List.of("none", "private_key_jwt"));
        assertThat(openId.getString("device_authorization_endpoint")).isNull();
    }

    @Test
    void capabilityStatementNamesTheEndpoints() {
        JsonPath document = new Web().get(DOCUMENT).json();
        CapabilityStatementRestSecurityComponent security = new Fhir(SignInServer.fhirBase())
                .get("metadata")
                .body(CapabilityStatement.class)
                .getRestFirstRep()
                .getSecurity();

        assertThat(security.getServiceFirstRep().getCodingFirstRep().getCode()).isEqualTo("SMART-on-FHIR");
        Extension uris =
                security.getExtensionByUrl("http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris");
        assertThat(uris.getExtensionByUrl("authorize").getValue().primitiveValue())
                .isEqualTo(document.getString("authorization_endpoint"));
        assertThat(uris.getExtensionByUrl("token").getValue().primitiveValue())
                .isEqualTo(document.getString("token_endpoint"));
        assertThat(uris.getExtensionByUrl("revoke").getValue().primitiveValue())
                .isEqualTo(document.getString("revocation_endpoint"));
    }

    @Test
    void keysAreShownWithoutTheirPrivatePartsAndKeptForTheirOwnerOnly() throws Exception {
        assertThat(Tokens.published().getKeys()).isNotEmpty().noneMatch(JWK::isPrivate);
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
