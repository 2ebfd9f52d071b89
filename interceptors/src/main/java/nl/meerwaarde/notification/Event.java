package nl.meerwaarde.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change that a subscriber is, or was, told of.
 *
 * @param key its place in the outbox
 * @param created whether the resource was new
 * @param happenedAt when it was stored
 * @param number its number among what this subscriber is told, from 1; null before it is first sent
 * @param delivery the notification it is sent in, the same each time it is tried; null before it is first sent
 */
record Event(
        long key,
        String resourceType,
        String resourceId,
        long resourceVersion,
        boolean created,
        Instant happenedAt,
        @Nullable Long number,
        @Nullable String delivery) {
    String reference() {
        return resourceType + "/" + resourceId;
    }

    Event numbered(long newNumber, String newDelivery) {
        return new Event(key, resourceType, resourceId, resourceVersion, created, happenedAt, newNumber, newDelivery);
    }
}
