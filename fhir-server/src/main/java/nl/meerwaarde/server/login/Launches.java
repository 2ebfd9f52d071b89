package nl.meerwaarde.server.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** Contexts that a record system has opened for applications and that these have not fetched yet. */
final class Launches {
    static final Duration LIFE = Duration.ofMinutes(5);

    private static final int BYTES = 24;
    private static final int MOST = 10_000;

    private final SecureRandom random = new SecureRandom();
    private final Cache<String, Launch> open;

    private record Launch(String app, LaunchContext context) {}

    Launches(Ticker clock) {
        open = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(LIFE)
                .ticker(clock)
                .build();
    }

    /** Opens a context for an application; the answer is the launch parameter, which works once. */
    String open(String app, LaunchContext context) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String launch = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        open.put(launch, new Launch(app, context));
        return launch;
    }

    boolean isOpen(String launch, String app) {
        return Optional.ofNullable(open.getIfPresent(launch))
                .filter(found -> found.app().equals(app))
                .isPresent();
    }

    /** The context, once; empty when it is not this application's, was fetched or is too old. */
    Optional<LaunchContext> fetch(String launch, String app) {
        if (!isOpen(launch, app)) {
            return Optional.empty();
        }
        return Optional.ofNullable(open.asMap().remove(launch)).map(Launch::context);
    }
}
