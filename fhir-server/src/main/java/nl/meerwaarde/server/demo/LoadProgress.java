package nl.meerwaarde.server.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** Says how far loading is, at most ten times in all. */
final class LoadProgress {
    private static final int STEPS = 10;

    private final Instant start = Instant.now();
    private final int patients;
    private final PrintStream console;
    private int stored;

    LoadProgress(int patients, PrintStream console) {
        this.patients = patients;
        this.console = console;
    }

    /** Notes that more patients are stored. */
    synchronized void stored(int more) {
        int before = stored;
        stored += more;
        if (stored * STEPS / patients > before * STEPS / patients) {
            long seconds = Duration.between(start, Instant.now()).toSeconds();
            console.printf("  %d of %d patients, %d s%n", stored, patients, seconds);
        }
    }
}
