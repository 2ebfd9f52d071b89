package nl.meerwaarde.tests.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** An application with a key pair, which proves with it who it is. */
record BackendClient(String tokenEndpoint, String id, JWK key) {
    private static final String BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /** Asks for a token for itself. */
    Answer token(String scope) {
        return tokenWith(assertion(claims -> {}), scope);
    }

    Answer tokenWith(String assertion, String scope) {
        Map<String, String> form = new LinkedHashMap<>(proof(assertion));
        form.put("grant_type", "client_credentials");
        form.put("scope", scope);
        return new Web().post(tokenEndpoint, form);
    }

    /** What to send along with a request to prove who this is. */
    Map<String, String> proof() {
        return proof(assertion(claims -> {}));
    }

    private static Map<String, String> proof(String assertion) {
        return Map.of("client_assertion_type", BEARER, "client_assertion", assertion);
    }

    /** A good assertion, but for the change. */
    String assertion(Consumer<JWTClaimsSet.Builder> change) {
        return assertion(key instanceof RSAKey ? JWSAlgorithm.RS384 : JWSAlgorithm.ES384, change);
    }

    String assertion(JWSAlgorithm algorithm, Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(id)
                .subject(id)
                .audience(tokenEndpoint)
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(4))));
        change.accept(claims);
        SignedJWT assertion = new SignedJWT(
                new JWSHeader.Builder(algorithm)
                        .keyID(key.getKeyID())
                        .type(JOSEObjectType.JWT)
                        .build(),
                claims.build());
        try {
            assertion.sign(signer());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return assertion.serialize();
    }

    private JWSSigner signer() throws JOSEException {
        return key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner((ECKey) key);
    }
}
