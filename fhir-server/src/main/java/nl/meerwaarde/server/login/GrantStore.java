package nl.meerwaarde.server.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * What was granted, as long as anything of it is valid. In memory: when the server ends, everybody signs in anew.
 *
 * <p>What may be used once is used once, also by two at the same moment: a grant is only replaced by what was made of its latest state, and where two try, it ends. So it does
 * when a refresh token comes that was exchanged before: either its thief or its owner holds the later one.
 */
final class GrantStore implements OAuth2AuthorizationService {
    private static final Logger LOG = LoggerFactory.getLogger(GrantStore.class);

    private static final String STATE_NUMBER = GrantStore.class.getName() + ".state";
    private static final Duration UNTIL_CONSENT = Duration.ofMinutes(15);
    /** A bound for the memory, far above what one server's people and systems hold. */
    private static final long MOST = 100_000;

    private final Cache<String, OAuth2Authorization> grants = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfter(new UntilAllEnded())
            .build();

    /** Which grant a token belongs to, also a token that was replaced since. */
    private final Cache<String, String> tokens;

    /** @param longest as long as any token lives */
    GrantStore(Duration longest) {
        tokens = Caffeine.newBuilder()
                .maximumSize(10 * MOST)
                .expireAfterWrite(longest)
                .build();
    }

    @Override
    public void save(OAuth2Authorization grant) {
        int state = state(grant);
        OAuth2Authorization stored = grants.asMap().compute(grant.getId(), (id, current) -> {
            if (current == null ? state > 0 : state(current) != state) {
                return null;
            }
            return OAuth2Authorization.from(grant)
                    .attribute(STATE_NUMBER, state + 1)
                    .build();
        });
        if (stored == null) {
            LOG.warn("A grant to {} ended: it was used twice at the same moment", grant.getRegisteredClientId());
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
        values(stored).forEach(value -> tokens.put(value, stored.getId()));
    }

    private static int state(OAuth2Authorization grant) {
        Integer number = grant.getAttribute(STATE_NUMBER);
        return number == null ? 0 : number;
    }

    private static Stream<String> values(OAuth2Authorization grant) {
        return Stream.concat(
                Stream.of(
                                OAuth2AuthorizationCode.class,
                                OAuth2AccessToken.class,
                                OAuth2RefreshToken.class,
                                OidcIdToken.class)
                        .flatMap(kind -> value(grant, kind).stream()),
                consentState(grant).stream());
    }

    private static Optional<String> value(OAuth2Authorization grant, Class<? extends OAuth2Token> kind) {
        return Optional.ofNullable(grant.getToken(kind))
                .map(token -> token.getToken().getTokenValue());
    }

    private static Optional<String> consentState(OAuth2Authorization grant) {
        return Optional.ofNullable(grant.getAttribute(OAuth2ParameterNames.STATE));
    }

    @Override
    public void remove(OAuth2Authorization grant) {
        grants.invalidate(grant.getId());
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return grants.getIfPresent(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        String id = tokens.getIfPresent(token);
        OAuth2Authorization grant = id == null ? null : grants.getIfPresent(id);
        if (grant == null) {
            return null;
        }
        if (isOf(grant, token, type)) {
            return grant;
        }
        if (OAuth2TokenType.REFRESH_TOKEN.equals(type)) {
            LOG.warn("A grant to {} ended: a refresh token was used again", grant.getRegisteredClientId());
            remove(grant);
        }
        return null;
    }

    private static boolean isOf(OAuth2Authorization grant, String token, @Nullable OAuth2TokenType type) {
        if (type == null) {
            return values(grant).anyMatch(token::equals);
        }
        return switch (type.getValue()) {
            case OAuth2ParameterNames.STATE ->
                consentState(grant).filter(token::equals).isPresent();
            case OAuth2ParameterNames.CODE -> is(grant, OAuth2AuthorizationCode.class, token);
            case OAuth2ParameterNames.ACCESS_TOKEN -> is(grant, OAuth2AccessToken.class, token);
            case OAuth2ParameterNames.REFRESH_TOKEN -> is(grant, OAuth2RefreshToken.class, token);
            case "id_token" -> is(grant, OidcIdToken.class, token);
            default -> false;
        };
    }

    private static boolean is(OAuth2Authorization grant, Class<? extends OAuth2Token> kind, String token) {
        return value(grant, kind).filter(token::equals).isPresent();
    }

    /** A grant is kept until the last of its tokens ends. */
    private static final class UntilAllEnded implements Expiry<String, OAuth2Authorization> {
        @Override
        public long expireAfterCreate(String id, OAuth2Authorization grant, long now) {
            Instant end = Stream.of(OAuth2AuthorizationCode.class, OAuth2AccessToken.class, OAuth2RefreshToken.class)
                    .map(grant::getToken)
                    .filter(Objects::nonNull)
                    .map(token -> token.getToken().getExpiresAt())
                    .filter(Objects::nonNull)
                    .max(Instant::compareTo)
                    .orElseGet(() -> Instant.now().plus(UNTIL_CONSENT));
            return Math.max(0, Duration.between(Instant.now(), end).toNanos());
        }

        @Override
        public long expireAfterUpdate(String id, OAuth2Authorization grant, long now, long left) {
            return expireAfterCreate(id, grant, now);
        }

        @Override
        public long expireAfterRead(String id, OAuth2Authorization grant, long now, long left) {
            return left;
        }
    }
}
