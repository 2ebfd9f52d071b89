package nl.meerwaarde.importing;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Shows progress and notes it, every second while something runs and once more when it has ended. */
final class ProgressWatch {
    private final ProgressLine line;
    private final Optional<ProgressFile> file;
    private final HighWaterMark mark;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    /** @param file where progress is noted; empty when nothing is to be remembered */
    ProgressWatch(ProgressLine line, Optional<ProgressFile> file, HighWaterMark mark) {
        this.line = line;
        this.file = file;
        this.mark = mark;
    }

    /** What is watched. */
    @FunctionalInterface
    interface Work<R> {
        R run() throws IOException;
    }

    /** Runs something under watch; once. */
    <R> R during(Work<R> work) throws IOException {
        clock.scheduleAtFixedRate(this::tick, 1, 1, TimeUnit.SECONDS);
        try {
            return work.run();
        } finally {
            end();
        }
    }

    /** Progress that could not be noted this second is noted the next, or at the end, where it matters. */
    private void tick() {
        line.tick();
        try {
            note();
        } catch (IOException e) {
            return;
        }
    }

    private void note() throws IOException {
        if (file.isPresent()) {
            file.get().note(mark.mark());
        }
    }

    private void end() throws IOException {
        clock.shutdown();
        try {
            clock.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        line.end();
        note();
    }
}
