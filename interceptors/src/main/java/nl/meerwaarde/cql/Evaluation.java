package nl.meerwaarde.cql;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** How long an evaluation goes on: until its time is over, or nobody waits for it. Asked whenever the engine reads a record, for it cannot be interrupted itself. */
final class Evaluation {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final Instant end;
    private final BooleanSupplier cancelled;
    private Instant looked = Instant.MIN;
    private Optional<Stop> stop = Optional.empty();

    /** Why it ended before its result. */
    enum Stop {
        OUT_OF_TIME,
        CANCELLED,
        TOO_MUCH
    }

    /** Ends the engine's work; nothing of it is told to anybody. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stopped(Stop stop) {
            super(stop.name());
        }
    }

    Evaluation(InstantSource clock, Duration mostTime, BooleanSupplier cancelled) {
        this.clock = clock;
        this.end = clock.instant().plus(mostTime);
        this.cancelled = cancelled;
    }

    /** @throws Stopped when it is to go on no longer, now and ever after */
    void goOn() {
        Instant now = clock.instant();
        if (stop.isEmpty() && !now.isBefore(end)) {
            stop = Optional.of(Stop.OUT_OF_TIME);
        }
        if (stop.isEmpty() && !now.isBefore(looked.plus(BETWEEN_LOOKS))) {
            looked = now;
            if (cancelled.getAsBoolean()) {
                stop = Optional.of(Stop.CANCELLED);
            }
        }
        if (stop.isPresent()) {
            throw new Stopped(stop.get());
        }
    }

    /** @throws Stopped because a record is larger than the host reads at once */
    void tooMuch() {
        stop = Optional.of(Stop.TOO_MUCH);
        throw new Stopped(Stop.TOO_MUCH);
    }

    /** Why it ended early; empty when it did not. */
    Optional<Stop> stop() {
        return stop;
    }
}
