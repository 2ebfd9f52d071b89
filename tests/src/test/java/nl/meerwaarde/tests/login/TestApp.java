package nl.meerwaarde.tests.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An application that acts for somebody, during one launch.
 *
 * @param server where it gets its tokens
 * @param verifier of PKCE
 * @param proof how it proves who it is; empty for a public application
 */
record TestApp(
        AuthorizationServer server,
        String id,
        String redirect,
        String verifier,
        String state,
        Optional<BackendClient> proof) {
    static final String PORTAL_REDIRECT = "https://portal.example.org/answer";
    static final String VIEWER_REDIRECT = "https://viewer.example.org/answer";

    static TestApp portal(AuthorizationServer server) {
        return withoutSecret(server, "portal", PORTAL_REDIRECT);
    }

    static TestApp withoutSecret(AuthorizationServer server, String id, String redirect) {
        return new TestApp(server, id, redirect, secret(), secret(), Optional.empty());
    }

    static TestApp viewer(AuthorizationServer server) {
        return new TestApp(
                server,
                "viewer",
                VIEWER_REDIRECT,
                secret(),
                secret(),
                Optional.of(new BackendClient(server.endpoint("token_endpoint"), "viewer", TestKeys.VIEWER)));
    }

    /** The same application, which does not prove who it is. */
    TestApp unproven() {
        return new TestApp(server, id, redirect, verifier, state, Optional.empty());
    }

    private static String secret() {
        return UUID.randomUUID() + "-" + UUID.randomUUID();
    }

    /** The parameters with which it sends a person to the server. */
    Map<String, String> request(String scope) {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("response_type", "code");
        request.put("client_id", id);
        request.put("redirect_uri", redirect);
        request.put("scope", scope);
        request.put("state", state);
        request.put("aud", server.fhirBase());
        request.put("code_challenge", challenge());
        request.put("code_challenge_method", "S256");
        return request;
    }

    private String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Exchanges a code for a token. */
    Answer exchange(String code) {
        return exchange(code, verifier);
    }

    Answer exchange(String code, String withVerifier) {
        return token(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                redirect,
                "code_verifier",
                withVerifier));
    }

    Answer refresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    Answer token(Map<String, String> fields) {
        return post("token_endpoint", fields);
    }

    /** The token for a code with which somebody was sent back. */
    JsonPath token(Answer allowed) {
        assertThat(allowed.sent()).as(allowed.toString()).containsKey("code");
        Answer answer = exchange(allowed.sent().get("code"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    /** Sends a form as this application to an endpoint that has this name in the SMART configuration. */
    Answer post(String endpoint, Map<String, String> fields) {
        Map<String, String> form = new LinkedHashMap<>(fields);
        proof.ifPresentOrElse(client -> form.putAll(client.proof()), () -> form.put("client_id", id));
        return new Web().post(server.endpoint(endpoint), form);
    }
}
