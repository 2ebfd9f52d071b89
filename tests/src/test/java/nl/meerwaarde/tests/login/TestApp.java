package nl.meerwaarde.tests.login;

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
 * @param verifier of PKCE
 * @param proof how it proves who it is; empty for a public application
 */
record TestApp(String id, String redirect, String verifier, String state, Optional<BackendClient> proof) {
    static TestApp portal() {
        return new TestApp("portal", "https://portal.example.org/answer", secret(), secret(), Optional.empty());
    }

    static TestApp viewer() {
        return new TestApp(
                "viewer",
                "https://viewer.example.org/answer",
                secret(),
                secret(),
                Optional.of(new BackendClient(SignInServer.address(), "viewer", SignInServer.VIEWER_KEY)));
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
        request.put("aud", SignInServer.fhirBase());
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
        return post("/oauth2/token", fields);
    }

    /** Sends a form as this application. */
    Answer post(String path, Map<String, String> fields) {
        Map<String, String> form = new LinkedHashMap<>(fields);
        proof.ifPresentOrElse(client -> form.putAll(client.proof()), () -> form.put("client_id", id));
        return new Web().post(SignInServer.address() + path, form);
    }
}
