package nl.meerwaarde.tests.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import nl.meerwaarde.requester.Role;
import org.jspecify.annotations.Nullable;

/** A token in the making: five minutes long, for a {@link GuardedServer}. */
public final class TestToken {
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final RSAKey key;
    private final JWTClaimsSet.Builder claims;
    private JOSEObjectType type = JOSEObjectType.JWT;

    TestToken(RSAKey key, String issuer, String audience, String subject) {
        this.key = key;
        this.claims =
                new JWTClaimsSet.Builder().issuer(issuer).audience(audience).subject(subject);
        claims.claim("client_id", "test");
        livesFrom(Instant.now(), LIFE);
    }

    /**
     * Made by somebody who knows no more of an issuer than everybody does.
     *
     * @param publicKey of the issuer
     */
    public static TestToken forged(RSAKey publicKey, String issuer, String audience, String subject) {
        return new TestToken(publicKey, issuer, audience, subject);
    }

    public TestToken livesFrom(Instant from, Duration life) {
        claims.issueTime(Date.from(from)).expirationTime(Date.from(from.plus(life)));
        return this;
    }

    /** Puts in, or with null takes out, a claim. */
    public TestToken with(String claim, @Nullable Object value) {
        claims.claim(claim, value);
        return this;
    }

    public TestToken of(Role... roles) {
        return with("meerwaarde_roles", List.of(roles).stream().map(Role::code).toList());
    }

    public TestToken scopes(String scopes) {
        return with("scope", scopes);
    }

    public TestToken person(String reference) {
        return with("fhirUser", reference);
    }

    public TestToken typed(String headerType) {
        type = new JOSEObjectType(headerType);
        return this;
    }

    /** As the issuer signs it. */
    public String signed() {
        return signed(JWSAlgorithm.RS256);
    }

    public String signed(JWSAlgorithm algorithm) {
        try {
            return signed(algorithm, new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signed by whoever knows the public key, as if it were a shared secret. */
    public String signedWithThePublicKey() {
        try {
            String pem = "-----BEGIN PUBLIC KEY-----\n"
                    + Base64.getMimeEncoder()
                            .encodeToString(key.toRSAPublicKey().getEncoded())
                    + "\n-----END PUBLIC KEY-----\n";
            return signed(JWSAlgorithm.HS256, new MACSigner(pem.getBytes(StandardCharsets.UTF_8)));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signed by nobody. */
    public String unsigned() {
        return new PlainJWT(claims.build()).serialize();
    }

    private String signed(JWSAlgorithm algorithm, JWSSigner signer) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(algorithm)
                        .keyID(key.getKeyID())
                        .type(type)
                        .build(),
                claims.build());
        token.sign(signer);
        return token.serialize();
    }
}
