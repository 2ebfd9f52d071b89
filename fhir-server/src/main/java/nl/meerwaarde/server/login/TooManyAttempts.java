package nl.meerwaarde.server.login;

import java.time.Duration;
import org.springframework.security.authentication.LockedException;

/** Somebody has to wait before she can try another password. That holds for names that are not there too, so it tells nothing. */
final class TooManyAttempts extends LockedException {
    private static final long serialVersionUID = 1L;

    private final Duration left;

    TooManyAttempts(Duration left) {
        super("Too many attempts");
        this.left = left;
    }

    /** How long that is from now. */
    Duration left() {
        return left;
    }
}
