package nl.meerwaarde.notification;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** When to try again: after twice as long each time, up to a longest time, and never all at the same moment. */
class Retries {
    /** Beyond it the longest time has been reached whatever the first is. */
    private static final int MOST_DOUBLINGS = 30;

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;

    Retries(Duration first, Duration longest, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /**
     * How long to wait, between half of and the whole of its time.
     *
     * @param failures how often it failed before, in a row
     */
    Duration after(int failures) {
        double doubled = first.toMillis() * Math.pow(2, Math.min(failures, MOST_DOUBLINGS));
        double whole = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(Math.round(whole * (0.5 + random.nextDouble() / 2)));
    }
}
