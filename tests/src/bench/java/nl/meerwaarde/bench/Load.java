package nl.meerwaarde.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import nl.meerwaarde.tests.support.ServerProcess;
import org.jspecify.annotations.Nullable;

/** Clients that each send one request after the other. */
final class Load {
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger next = new AtomicInteger();
    private final URI address;
    private final IntFunction<String> body;
    private final @Nullable IntFunction<String> token;

    /**
     * @param address where the requests are posted
     * @param body the request by its number, which never repeats
     */
    Load(URI address, IntFunction<String> body) {
        this(address, body, null);
    }

    /** @param token who sends a request, by its number; null when nobody is asked */
    Load(URI address, IntFunction<String> body, @Nullable IntFunction<String> token) {
        this.address = address;
        this.body = body;
        this.token = token;
    }

    /** Sends for a while, and measures what the server's process used in that time. */
    Measured run(ServerProcess server, int clients, Duration time) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        Duration processorBefore = server.processorTime();
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        Callable<List<Long>> clientWork = () -> sendUntil(end);
        List<Long> nanos = new ArrayList<>();
        for (Future<List<Long>> done : threads.invokeAll(java.util.Collections.nCopies(clients, clientWork))) {
            nanos.addAll(done.get());
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - begin);
        threads.shutdown();
        return new Measured(
                nanos.stream().mapToLong(Long::longValue).sorted().toArray(),
                taken,
                server.processorTime().minus(processorBefore));
    }

    private List<Long> sendUntil(long end) throws Exception {
        List<Long> nanos = new ArrayList<>();
        while (System.nanoTime() < end) {
            HttpRequest request = request(next.getAndIncrement());
            long begin = System.nanoTime();
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            nanos.add(System.nanoTime() - begin);
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        address + " answered " + response.statusCode() + ": " + response.body());
            }
        }
        return nanos;
    }

    private HttpRequest request(int number) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(body.apply(number)));
        if (token != null) {
            request.header("Authorization", "Bearer " + token.apply(number));
        }
        return request.build();
    }

    /**
     * What came of it.
     *
     * @param nanos how long each request took, shortest first
     * @param time how long all took together
     * @param processor what the server's process used
     */
    record Measured(long[] nanos, Duration time, Duration processor) {
        double requestsPerSecond() {
            return nanos.length / (time.toNanos() / 1e9);
        }

        double processorMillisPerRequest() {
            return processor.toNanos() / 1e6 / nanos.length;
        }

        /** @param share 0.5 for the median */
        double millis(double share) {
            return nanos[(int) Math.min(nanos.length - 1L, (long) (share * nanos.length))] / 1e6;
        }

        /** Both together. */
        Measured and(Measured other) {
            return new Measured(
                    LongStream.concat(LongStream.of(nanos), LongStream.of(other.nanos))
                            .sorted()
                            .toArray(),
                    time.plus(other.time),
                    processor.plus(other.processor));
        }
    }
}
