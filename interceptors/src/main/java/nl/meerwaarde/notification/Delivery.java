package nl.meerwaarde.notification;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Brings notifications to their receivers. Follows no redirect: only the endpoint itself was looked at. */
class Delivery {
    private final HttpClient client;
    private final Receivers receivers;
    private final Clock clock;

    Delivery(Receivers receivers, Duration connectTimeout, Clock clock) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .build();
        this.receivers = receivers;
        this.clock = clock;
    }

    /**
     * What became of it.
     *
     * @param accepted whether the receiver has it
     * @param error why not; says nothing of what was sent
     */
    record Outcome(boolean accepted, String error) {}

    Outcome send(Notification notification, URI endpoint, ChannelSecrets secrets, Duration timeout) {
        try {
            if (!receivers.mayReceive(endpoint)) {
                return new Outcome(false, "The address of the receiver is not allowed");
            }
            return outcome(status(request(notification, secrets), timeout));
        } catch (UnknownHostException e) {
            return new Outcome(false, "The host of the receiver is not known");
        } catch (TimeoutException e) {
            return new Outcome(false, "No answer within " + timeout.toSeconds() + " seconds");
        } catch (IOException e) {
            return new Outcome(false, "No connection: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(false, "The server was stopped");
        }
    }

    private static Outcome outcome(int status) {
        boolean accepted = status >= 200 && status < 300;
        return new Outcome(accepted, accepted ? "" : "HTTP " + status);
    }

    /** With a time limit on the whole exchange: HTTP's own ends when the answer begins. */
    private int status(HttpRequest request, Duration timeout)
            throws IOException, TimeoutException, InterruptedException {
        CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(request, BodyHandlers.discarding());
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS).statusCode();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private HttpRequest request(Notification notification, ChannelSecrets secrets) {
        long seconds = clock.instant().getEpochSecond();
        HttpRequest.Builder request = HttpRequest.newBuilder(notification.address())
                .header("webhook-id", notification.id())
                .header("webhook-timestamp", String.valueOf(seconds));
        secrets.headers().forEach(line -> request.header(ChannelSecrets.name(line), ChannelSecrets.value(line)));
        if (secrets.key() != null) {
            byte[] key = ChannelSecrets.keyBytes(secrets.key());
            request.header(
                    "webhook-signature", WebhookSignature.of(key, notification.id(), seconds, notification.body()));
        }
        if (!notification.contentType().isEmpty()) {
            request.header("Content-Type", notification.contentType());
        }
        return request.method(
                        notification.method(),
                        notification.body().isEmpty()
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(notification.body()))
                .build();
    }
}
