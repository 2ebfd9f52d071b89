package nl.meerwaarde.tests.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import nl.meerwaarde.tests.support.Fhir;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestSecurityComponent;
import org.hl7.fhir.r4.model.Extension;
import org.junit.jupiter.api.Test;

/** What holds wherever tokens come from: what the FHIR server says of it is so. */
interface SmartConfigurationContract {
    AuthorizationServer server();

    private String address() {
        return server().fhirBase() + "/.well-known/smart-configuration";
    }

    private JsonPath document() {
        return new Web().get(address()).json();
    }

    /** What the authorization server says of itself. */
    private JsonPath openId() {
        return new Web()
                .get(server().issuer() + "/.well-known/openid-configuration")
                .json();
    }

    @Test
    default void documentIsForEverybodyFromEverywhere() {
        Answer answer = new Web(Map.of("Origin", "https://any.example.org")).get(address());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(new Web().options(address()).status()).isEqualTo(204);
        assertThat(new Web().postJson(address(), "{}").status()).isEqualTo(405);
    }

    @Test
    default void documentSaysWhatSmartAsksFor() {
        JsonPath document = document();

        assertThat(document.getString("issuer")).isEqualTo(server().issuer());
        assertThat(document.getList("grant_types_supported"))
                .containsExactlyInAnyOrder("authorization_code", "refresh_token", "client_credentials");
        assertThat(document.getList("code_challenge_methods_supported")).isEqualTo(List.of("S256"));
        assertThat(document.getList("token_endpoint_auth_methods_supported"))
                .isEqualTo(List.of("none", "private_key_jwt"));
        assertThat(document.getList("capabilities", String.class))
                .contains("launch-standalone", "client-public", "client-confidential-asymmetric", "permission-v2")
                .contains("permission-offline", "permission-online", "permission-patient", "permission-user")
                .contains("sso-openid-connect")
                .doesNotContain("permission-v1", "client-confidential-symmetric", "authorize-post");
    }

    @Test
    default void everyEndpointIsThere() {
        JsonPath document = document();

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
    default void authorizationServerSaysTheSame() {
        JsonPath smart = document();
        JsonPath openId = openId();

        for (String endpoint : List.of(
                "issuer",
                "jwks_uri",
                "authorization_endpoint",
                "token_endpoint",
                "introspection_endpoint",
                "revocation_endpoint")) {
            assertThat(openId.getString(endpoint)).as(endpoint).isEqualTo(smart.getString(endpoint));
        }
        assertThat(openId.getList("grant_types_supported", String.class))
                .containsAll(smart.getList("grant_types_supported", String.class));
        assertThat(openId.getList("scopes_supported", String.class))
                .containsAll(smart.getList("scopes_supported", String.class));
        assertThat(openId.getList("token_endpoint_auth_methods_supported", String.class))
                .contains("private_key_jwt");
    }

    @Test
    default void capabilityStatementNamesTheEndpoints() {
        JsonPath document = document();
        CapabilityStatementRestSecurityComponent security = new Fhir(server().fhirBase())
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
}
