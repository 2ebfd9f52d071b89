package nl.meerwaarde.tests.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;

/** Reads tokens as who checks them: by the keys that the server publishes. */
final class Tokens {
    private Tokens() {}

    /**
     * The claims of a token whose signature is right.
     *
     * @param keys where the public keys are
     */
    static JWTClaimsSet claims(String keys, String token) {
        try {
            SignedJWT signed = SignedJWT.parse(token);
            RSAKey key =
                    (RSAKey) published(keys).getKeyByKeyId(signed.getHeader().getKeyID());
            if (key == null || !signed.verify(new RSASSAVerifier(key))) {
                throw new AssertionError("Not signed by a published key");
            }
            return signed.getJWTClaimsSet();
        } catch (ParseException | JOSEException e) {
            throw new AssertionError(e);
        }
    }

    static JWKSet published(String keys) throws ParseException {
        return JWKSet.parse(new Web().get(keys).text());
    }
}
