package nl.meerwaarde.server.login;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

/**
 * This server as an issuer of tokens.
 *
 * @param uri as in {@code iss}
 * @param audience as in {@code aud}
 * @param keys that sign; their private parts are not for checking
 */
record OwnIssuer(String uri, String audience, JWKSource<SecurityContext> keys) {}
