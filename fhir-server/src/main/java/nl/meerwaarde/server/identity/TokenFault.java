package nl.meerwaarde.server.identity;

import com.nimbusds.jose.proc.BadJOSEException;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/** Why a token does not count, in one word of our own: messages quote the token, or what it says. */
final class TokenFault {
    private static final String ISSUER = "token-issuer";

    /** By how the complaint begins that Spring Security and our own rules make. */
    private static final Map<String, String> CLAIMS = Map.of(
            "Jwt expired", "token-expired",
            "Jwt used before", "token-early",
            "The token is of the future", "token-early",
            "The token is for another server", "token-audience",
            "The token does not say how long", "token-lifetime",
            "The token lives longer", "token-lifetime",
            "The token does not say whose", "token-subject",
            "The iss claim", ISSUER,
            "the given typ", "token-type");

    private TokenFault() {}

    static String of(AuthenticationException why) {
        if (!(why instanceof OAuth2AuthenticationException)) {
            return "token-missing";
        }
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            if (cause instanceof JwtValidationException claims) {
                return claim(claims.getErrors());
            }
            if (cause instanceof BadJOSEException) {
                return "token-signature";
            }
        }
        // The one refusal that is made before a token is read as a whole.
        return String.valueOf(why.getMessage()).contains("issuer") ? ISSUER : "token-unreadable";
    }

    private static String claim(Collection<OAuth2Error> errors) {
        return errors.stream()
                .flatMap(error -> Stream.ofNullable(error.getDescription()))
                .flatMap(complaint -> CLAIMS.entrySet().stream()
                        .filter(known -> complaint.startsWith(known.getKey()))
                        .map(Map.Entry::getValue))
                .sorted()
                .findFirst()
                .orElse("token-claims");
    }
}
