package nl.meerwaarde.tests.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Several clients that send their requests at the same moment. */
public final class Clients {
    private Clients() {}

    /** Sends one request per client at once; gives the replies in the order of the clients. */
    public static List<Reply> atOnce(int clients, IntFunction<Reply> request) {
        CyclicBarrier start = new CyclicBarrier(clients);
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        try {
            List<Future<Reply>> replies = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int client = i;
                replies.add(pool.submit(() -> {
                    start.await();
                    return request.apply(client);
                }));
            }
            return results(replies);
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<Reply> results(List<Future<Reply>> replies) {
        List<Reply> results = new ArrayList<>();
        for (Future<Reply> reply : replies) {
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
