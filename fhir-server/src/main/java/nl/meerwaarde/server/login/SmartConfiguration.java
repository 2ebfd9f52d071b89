package nl.meerwaarde.server.login;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;

/**
 * What an application must know to get a token, as {@code .well-known/smart-configuration} says it.
 *
 * @param members of the document, in its order
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/conformance.html">SMART App Launch 2.2, conformance</a>
 */
record SmartConfiguration(Map<String, Object> members) {
    /** What the embedded authorization server can; each is tested. */
    static final List<String> CAPABILITIES = List.of(
            "launch-ehr",
            "launch-standalone",
            "client-public",
            "client-confidential-asymmetric",
            "sso-openid-connect",
            "context-banner",
            "context-ehr-patient",
            "context-ehr-encounter",
            "context-standalone-patient",
            "permission-offline",
            "permission-online",
            "permission-patient",
            "permission-user",
            "permission-v2");

    SmartConfiguration {
        members = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** Of the embedded authorization server. */
    static SmartConfiguration own(String issuer, AuthorizationServerSettings endpoints, Directory directory) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("issuer", issuer);
        members.put("jwks_uri", issuer + endpoints.getJwkSetEndpoint());
        members.put("authorization_endpoint", issuer + endpoints.getAuthorizationEndpoint());
        members.put("token_endpoint", issuer + endpoints.getTokenEndpoint());
        members.put("introspection_endpoint", issuer + endpoints.getTokenIntrospectionEndpoint());
        members.put("revocation_endpoint", issuer + endpoints.getTokenRevocationEndpoint());
        members.put("grant_types_supported", List.of("authorization_code", "refresh_token", "client_credentials"));
        members.put("response_types_supported", List.of("code"));
        members.put("scopes_supported", directory.scopes());
        members.put("token_endpoint_auth_methods_supported", List.of("none", "private_key_jwt"));
        members.put(
                "token_endpoint_auth_signing_alg_values_supported",
                ClientAssertions.ALGORITHMS.stream()
                        .map(Object::toString)
                        .sorted()
                        .toList());
        members.put("code_challenge_methods_supported", List.of("S256"));
        members.put("capabilities", CAPABILITIES);
        return new SmartConfiguration(members);
    }

    /** Of an authorization server elsewhere, as the settings describe it. */
    static SmartConfiguration of(ExternalAuthorization external) {
        Map<String, Object> members = new LinkedHashMap<>();
        put(members, "issuer", external.issuer());
        put(members, "jwks_uri", external.jwksUri());
        put(members, "authorization_endpoint", external.authorizationEndpoint());
        put(members, "token_endpoint", external.tokenEndpoint());
        put(members, "introspection_endpoint", external.introspectionEndpoint());
        put(members, "revocation_endpoint", external.revocationEndpoint());
        put(members, "management_endpoint", external.managementEndpoint());
        members.put("grant_types_supported", external.grantTypes());
        put(members, "scopes_supported", external.scopes());
        put(members, "token_endpoint_auth_methods_supported", external.clientAuthentication());
        members.put("code_challenge_methods_supported", List.of("S256"));
        members.put("capabilities", external.capabilities());
        return new SmartConfiguration(members);
    }

    private static void put(Map<String, Object> members, String name, @org.jspecify.annotations.Nullable Object value) {
        if (value instanceof URI uri) {
            members.put(name, uri.toString());
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            members.put(name, list);
        }
    }

    /** An endpoint; empty when there is none. */
    Optional<String> endpoint(String name) {
        return Optional.ofNullable(members.get(name)).map(Object::toString);
    }
}
