package nl.meerwaarde.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.meerwaarde.notification.CollectingSubscriptions.Collecting;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What one transaction has changed of what somebody wants to be told. Told is the last state, once; written into the outbox just before the commit. Other steps before
 * the commit may change something after that: it is written at once.
 */
final class NotedChanges implements TransactionSynchronization {
    private final List<Collecting> subscriptions;
    private final Criteria criteria;
    private final Outbox outbox;
    private final Clock clock;
    private final Map<String, Change> changes = new LinkedHashMap<>();
    private boolean committing;

    /**
     * @param before as this transaction found it; null when it did not exist
     * @param after as it is stored now; null when it was deleted
     */
    private record Change(
            @Nullable Resource before, @Nullable Resource after) {}

    private NotedChanges(CollectingSubscriptions subscriptions, Criteria criteria, Outbox outbox, Clock clock) {
        this.subscriptions = subscriptions.now();
        this.criteria = criteria;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The changes of the running transaction, begun if need be. */
    static NotedChanges current(CollectingSubscriptions subscriptions, Criteria criteria, Outbox outbox, Clock clock) {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(NotedChanges.class::isInstance)
                .map(NotedChanges.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    NotedChanges noted = new NotedChanges(subscriptions, criteria, outbox, clock);
                    TransactionSynchronizationManager.registerSynchronization(noted);
                    return noted;
                });
    }

    void note(Resource resource, @Nullable Resource before, @Nullable Resource after) {
        if (subscriptions.stream()
                .noneMatch(each -> each.terms().trigger().resourceType().equals(resource.fhirType()))) {
            return;
        }
        String reference = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
        Change earlier = changes.get(reference);
        changes.put(reference, new Change(earlier == null ? before : earlier.before(), after));
        if (committing) {
            write();
        }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        committing = true;
        write();
    }

    private void write() {
        Instant now = clock.instant();
        changes.values()
                .forEach(change -> subscriptions.stream()
                        .filter(each -> !each.terms().hasEnded(now))
                        .forEach(each -> write(each, change, now)));
        changes.clear();
    }

    private void write(Collecting subscription, Change change, Instant now) {
        Resource after = change.after();
        if (after != null && subscription.terms().trigger().isPulled(change.before(), after, criteria)) {
            outbox.add(
                    subscription.id(),
                    after.fhirType(),
                    after.getIdElement().getIdPart(),
                    version(after),
                    change.before() == null,
                    now);
        }
    }

    private static long version(Resource resource) {
        return resource.getIdElement().hasVersionIdPart()
                ? resource.getIdElement().getVersionIdPartAsLong()
                : 1L;
    }
}
