package nl.meerwaarde.server.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** What an assertion must claim: who, to whom, not for long, and not before. */
final class AssertionRules implements OAuth2TokenValidator<Jwt> {
    /** From now until the end of an assertion. */
    static final Duration LONGEST_LIFE = Duration.ofMinutes(5);

    static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private final String client;
    private final Set<String> audiences;
    private final UsedAssertions used;
    private final Clock clock;

    AssertionRules(String client, Set<String> audiences, UsedAssertions used, Clock clock) {
        this.client = client;
        this.audiences = audiences;
        this.used = used;
        this.clock = clock;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt assertion) {
        if (!client.equals(assertion.getClaimAsString("iss")) || !client.equals(assertion.getSubject())) {
            return refused("iss and sub are the client's id");
        }
        List<String> audience = assertion.getAudience();
        if (audience == null || audience.stream().noneMatch(audiences::contains)) {
            return refused("aud is the token endpoint");
        }
        Instant now = clock.instant();
        Instant end = assertion.getExpiresAt();
        if (end == null || !now.isBefore(end.plus(CLOCK_SKEW))) {
            return refused("exp is missing or past");
        }
        if (end.isAfter(now.plus(LONGEST_LIFE).plus(CLOCK_SKEW))) {
            return refused("exp is more than five minutes away");
        }
        Instant from = assertion.getNotBefore();
        if (from != null && from.isAfter(now.plus(CLOCK_SKEW))) {
            return refused("nbf is still to come");
        }
        String id = assertion.getId();
        if (id == null || id.isBlank()) {
            return refused("jti is missing");
        }
        // Last, so that a refused assertion is not used up.
        return used.isFirst(client, id) ? OAuth2TokenValidatorResult.success() : refused("jti was used before");
    }

    private static OAuth2TokenValidatorResult refused(String why) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT, why, null));
    }
}
