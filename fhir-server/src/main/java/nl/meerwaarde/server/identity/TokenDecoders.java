package nl.meerwaarde.server.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.meerwaarde.server.identity.IdentitySettings.Issuer;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder.JwkSetUriJwtDecoderBuilder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.web.client.RestTemplate;

/** Which tokens count: signed by a key of their issuer, for this server, and short-lived. */
final class TokenDecoders {
    /** Those with a public key. With HMAC who can check a token can also make one. */
    private static final List<SignatureAlgorithm> ALGORITHMS = List.of(
            SignatureAlgorithm.RS256,
            SignatureAlgorithm.RS384,
            SignatureAlgorithm.RS512,
            SignatureAlgorithm.PS256,
            SignatureAlgorithm.PS384,
            SignatureAlgorithm.PS512,
            SignatureAlgorithm.ES256,
            SignatureAlgorithm.ES384,
            SignatureAlgorithm.ES512);

    /** Of access tokens (RFC 9068) and of those that say no more than that they are tokens. */
    private static final List<String> TYPES = List.of("JWT", "at+jwt");

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    private TokenDecoders() {}

    /** Asks the issuer for its keys with the first token, so that a server starts also while its issuer is away. */
    static JwtDecoder of(Issuer issuer, IdentitySettings settings) {
        return new SupplierJwtDecoder(() -> decoder(issuer, settings));
    }

    private static JwtDecoder decoder(Issuer issuer, IdentitySettings settings) {
        JwkSetUriJwtDecoderBuilder builder = issuer.jwksUri() == null
                ? NimbusJwtDecoder.withIssuerLocation(issuer.uri())
                : NimbusJwtDecoder.withJwkSetUri(issuer.jwksUri());
        NimbusJwtDecoder decoder = builder.validateType(false)
                .jwsAlgorithms(algorithms -> {
                    algorithms.clear();
                    algorithms.addAll(ALGORITHMS);
                })
                .restOperations(impatient())
                .build();
        JwtTypeValidator types = new JwtTypeValidator(TYPES);
        types.setAllowEmpty(true);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                types,
                new JwtIssuerValidator(issuer.uri()),
                new JwtTimestampValidator(settings.clockSkew()),
                forUs(settings.audience()),
                shortLived(settings),
                named()));
        return decoder;
    }

    private static RestTemplate impatient() {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(LONGEST_WAIT);
        requests.setReadTimeout(LONGEST_WAIT);
        return new RestTemplate(requests);
    }

    private static OAuth2TokenValidator<Jwt> forUs(String audience) {
        return token -> token.getAudience() != null && token.getAudience().contains(audience)
                ? OAuth2TokenValidatorResult.success()
                : refused("The token is for another server: its aud is not this server");
    }

    private static OAuth2TokenValidator<Jwt> shortLived(IdentitySettings settings) {
        return token -> {
            Instant from = token.getIssuedAt();
            Instant to = token.getExpiresAt();
            if (from == null || to == null) {
                return refused("The token does not say how long it lives: iat or exp is missing");
            }
            if (from.isAfter(Instant.now().plus(settings.clockSkew()))) {
                return refused("The token is of the future: look at iat");
            }
            return Duration.between(from, to).compareTo(settings.longestLife()) > 0
                    ? refused("The token lives longer than this server allows")
                    : OAuth2TokenValidatorResult.success();
        };
    }

    private static OAuth2TokenValidator<Jwt> named() {
        return token -> token.getSubject() == null || token.getSubject().isBlank()
                ? refused("The token does not say whose it is: sub is missing")
                : OAuth2TokenValidatorResult.success();
    }

    private static OAuth2TokenValidatorResult refused(String why) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, why, null));
    }
}
