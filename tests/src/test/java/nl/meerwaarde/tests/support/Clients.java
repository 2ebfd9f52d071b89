package nl.meerwaarde.tests.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Several clients that begin to send at the same moment. */
public final class Clients {
    private Clients() {}

    /** Lets every client send at once, a request or more; gives what came of it in the order of the clients. */
    public static <T> List<T> atOnce(int clients, IntFunction<T> requests) {
        CyclicBarrier start = new CyclicBarrier(clients);
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        try {
            List<Future<T>> replies = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int client = i;
                replies.add(pool.submit(() -> {
                    start.await();
                    return requests.apply(client);
                }));
            }
            return results(replies);
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T> List<T> results(List<Future<T>> replies) {
        List<T> results = new ArrayList<>();
        for (Future<T> reply : replies) {
            try {
                results.add(reply.get());
            } catch (ExecutionException e) {
                throw new AssertionError("A client failed before it got an answer", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("Interrupted while clients were waiting", e);
            }
        }
        return results;
    }
}
