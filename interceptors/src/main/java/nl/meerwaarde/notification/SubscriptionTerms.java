package nl.meerwaarde.notification;

import ca.uhn.fhir.rest.api.EncodingEnum;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a Subscription asks for, understood.
 *
 * @param topic its canonical address; null for criteria of R4
 * @param trigger which changes are told
 * @param endpoint where to
 * @param encoding of the body; null: no body
 * @param content how much of what changed is sent
 * @param timeout how long an answer may take; null: as long as the server allows
 * @param heartbeat how often something is sent although there is nothing to tell; null: never
 * @param maxCount the most changes in one notification
 * @param end when it ends; null: never
 */
record SubscriptionTerms(
        @Nullable String topic,
        Trigger trigger,
        URI endpoint,
        @Nullable EncodingEnum encoding,
        Content content,
        @Nullable Duration timeout,
        @Nullable Duration heartbeat,
        int maxCount,
        @Nullable Instant end) {
    boolean hasEnded(Instant now) {
        return end != null && !now.isBefore(end);
    }
}
