package nl.meerwaarde.server.login;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/**
 * Refresh tokens for applications that were granted {@code offline_access} or {@code online_access}; others get none. Public applications get them too, as SMART has it: theirs
 * are exchanged at each use, so that a stolen one shows.
 */
final class RefreshTokens implements OAuth2TokenGenerator<OAuth2RefreshToken> {
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Duration online;
    private final Duration offline;

    RefreshTokens(LoginProperties properties) {
        online = properties.onlineLife();
        offline = properties.offlineLife();
    }

    @Override
    public @Nullable OAuth2RefreshToken generate(OAuth2TokenContext context) {
        if (!OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType())) {
            return null;
        }
        // Of the whole grant: an application that asks for a token with less keeps what it was granted.
        OAuth2Authorization grant = context.getAuthorization();
        if (grant == null) {
            return null;
        }
        Instant now = Instant.now();
        if (grant.getAuthorizedScopes().contains(GrantedScopes.OFFLINE_ACCESS)) {
            return token(now, now.plus(offline));
        }
        if (grant.getAuthorizedScopes().contains(GrantedScopes.ONLINE_ACCESS)) {
            return token(now, endOfPresence(grant, now));
        }
        return null;
    }

    /** Using it does not make it last longer: the person has to come back. */
    private Instant endOfPresence(OAuth2Authorization grant, Instant now) {
        OAuth2Authorization.Token<OAuth2RefreshToken> earlier = grant.getRefreshToken();
        Instant end = earlier == null ? null : earlier.getToken().getExpiresAt();
        return end == null ? now.plus(online) : end;
    }

    private OAuth2RefreshToken token(Instant now, Instant end) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new OAuth2RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), now, end);
    }
}
