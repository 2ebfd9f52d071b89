package nl.meerwaarde.server.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/** Which assertions were used already, as long as they would be valid. */
final class UsedAssertions {
    private static final int MOST = 1_000_000;

    private final Cache<String, Boolean> used = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(AssertionRules.LONGEST_LIFE
                    .plus(AssertionRules.CLOCK_SKEW.multipliedBy(2))
                    .plus(Duration.ofMinutes(1)))
            .build();

    /** Whether it is the first use; of two at the same moment one is. */
    boolean isFirst(String client, String id) {
        return used.asMap().putIfAbsent(client + " " + id, Boolean.TRUE) == null;
    }
}
