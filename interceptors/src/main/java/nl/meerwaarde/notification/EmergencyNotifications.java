package nl.meerwaarde.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nl.meerwaarde.audit.EmergencyListener;
import nl.meerwaarde.notification.CollectingSubscriptions.Collecting;
import org.hl7.fhir.r4.model.AuditEvent;

/** Notes each broken glass for whoever guards the privacy of patients, in the transaction that records it: what is in the trail is told, and nothing else. */
class EmergencyNotifications implements EmergencyListener {
    /** HL7's code (v3-ActReason) of the event that the topic {@code emergency-access} names. */
    static final String BREAK_THE_GLASS = "BTG";

    /** An entry of the trail never changes. */
    private static final long ONLY_VERSION = 1;

    private final CollectingSubscriptions subscriptions;
    private final Criteria criteria;
    private final Outbox outbox;
    private final Clock clock;

    EmergencyNotifications(CollectingSubscriptions subscriptions, Criteria criteria, Outbox outbox, Clock clock) {
        this.subscriptions = subscriptions;
        this.criteria = criteria;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void recorded(List<Emergency> emergencies) {
        List<AuditEvent> opened = emergencies.stream()
                .filter(Emergency::opened)
                .map(Emergency::event)
                .toList();
        Instant now = clock.instant();
        subscriptions.now().stream()
                .filter(each -> !each.terms().hasEnded(now))
                .forEach(each -> opened.stream()
                        .filter(event -> each.terms().trigger().isPulledBy(BREAK_THE_GLASS, event, criteria))
                        .forEach(event -> note(each, event)));
    }

    private void note(Collecting subscription, AuditEvent event) {
        outbox.add(
                subscription.id(),
                event.fhirType(),
                event.getIdElement().getIdPart(),
                ONLY_VERSION,
                true,
                event.getRecorded().toInstant());
    }
}
