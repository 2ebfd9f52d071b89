package nl.meerwaarde.server.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Slows down who tries passwords: after some failures each next one makes the following attempt wait twice as long. Nobody is locked out for good, because then anybody could
 * lock out anybody.
 */
final class AttemptLimit {
    static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private static final int MOST_KEPT = 100_000;
    private static final int MOST_DOUBLINGS = 10;

    private final int free;
    private final Clock clock;
    private final Cache<String, Failures> failures = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    private record Failures(int count, Instant last) {}

    /** @param free failures that cost nothing but themselves */
    AttemptLimit(int free, Clock clock) {
        this.free = free;
        this.clock = clock;
    }

    /** For how long who or what this is has to wait from now; zero for not at all. */
    Duration wait(String key) {
        Failures known = failures.getIfPresent(key);
        if (known == null) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.instant(), known.last().plus(pause(known.count())));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private Duration pause(int count) {
        if (count < free) {
            return Duration.ZERO;
        }
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(count - free, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
    }

    void failed(String key) {
        failures.asMap()
                .merge(
                        key,
                        new Failures(1, clock.instant()),
                        (known, one) -> new Failures(known.count() + 1, one.last()));
    }

    void succeeded(String key) {
        failures.invalidate(key);
    }
}
