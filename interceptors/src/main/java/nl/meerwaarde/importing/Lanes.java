package nl.meerwaarde.importing;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Threads that work side by side, where work with the same key stays in order because it stays in one lane. Whoever hands in work waits when much of it
 * is waiting already.
 */
final class Lanes implements AutoCloseable {
    private static final int MOST_WAITING_PER_LANE = 64;

    private final List<ExecutorService> lanes;
    private final int capacity;
    private final Semaphore room;

    Lanes(int threads) {
        lanes = Stream.generate(Executors::newSingleThreadExecutor)
                .limit(threads)
                .toList();
        capacity = threads * MOST_WAITING_PER_LANE;
        room = new Semaphore(capacity);
    }

    /** Hands in work, which must not throw. */
    void submit(String key, Runnable work) {
        room.acquireUninterruptibly();
        lanes.get(Math.floorMod(key.hashCode(), lanes.size())).execute(() -> {
            try {
                work.run();
            } finally {
                room.release();
            }
        });
    }

    /** Waits until all work is done. */
    void drain() {
        room.acquireUninterruptibly(capacity);
        room.release(capacity);
    }

    /** Waits until all work is done and ends the threads. */
    @Override
    public void close() {
        drain();
        lanes.forEach(ExecutorService::shutdown);
        for (ExecutorService lane : lanes) {
            try {
                lane.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
