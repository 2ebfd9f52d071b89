package nl.meerwaarde.notification;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.meerwaarde.notification.Payloads.Payload;
import nl.meerwaarde.notification.SubscriptionRegister.Claimed;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells one subscriber at a time what there is to tell, in order: what is not accepted is tried again before anything else is sent. No database transaction is open
 * while something is sent. A server that dies in between leaves a lease that runs out; what it sent last is then sent again under the same id.
 */
class Sender {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    /** Then others have their turn. */
    private static final int MOST_IN_A_ROW = 200;

    private final FhirContext fhirContext;
    private final SubscriptionRegister register;
    private final CollectingSubscriptions subscriptions;
    private final Outbox outbox;
    private final Payloads payloads;
    private final Delivery delivery;
    private final SubscriptionStatuses statuses;
    private final Retries retries;
    private final NotificationSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Sender(
            FhirContext fhirContext,
            SubscriptionRegister register,
            CollectingSubscriptions subscriptions,
            Outbox outbox,
            Payloads payloads,
            Delivery delivery,
            SubscriptionStatuses statuses,
            Retries retries,
            NotificationSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.fhirContext = fhirContext;
        this.register = register;
        this.subscriptions = subscriptions;
        this.outbox = outbox;
        this.payloads = payloads;
        this.delivery = delivery;
        this.statuses = statuses;
        this.retries = retries;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Tells a subscriber what there is to tell, unless another server does. */
    void serve(String id) {
        Instant now = clock.instant();
        register.claim(id, now, now.plus(settings.lease())).ifPresent(claimed -> {
            try {
                new Serving(claimed, subscriptions.terms(claimed.body())).run();
            } finally {
                register.release(claimed);
            }
        });
    }

    /** The serving of one subscriber. */
    private final class Serving {
        private final Claimed claimed;
        private final SubscriptionTerms terms;
        private final Content content;

        Serving(Claimed claimed, SubscriptionTerms terms) {
            this.claimed = claimed;
            this.terms = terms;
            this.content = terms.content().atMost(payloads.most(claimed.requester()));
        }

        void run() {
            if (claimed.handshake()) {
                shakeHands();
                return;
            }
            for (int i = 0; i < MOST_IN_A_ROW && isStillOurs(); i++) {
                List<Event> next = outbox.next(claimed.id(), terms.maxCount());
                if (next.isEmpty()) {
                    beat();
                    return;
                }
                if (!tell(next)) {
                    return;
                }
            }
        }

        private boolean isStillOurs() {
            return register.renew(claimed, clock.instant().plus(settings.lease()));
        }

        private void shakeHands() {
            if (send(about(
                    "handshake",
                    SubscriptionStatus.REQUESTED,
                    List.of(),
                    UUID.randomUUID().toString()))) {
                register.accepted(claimed, nextHeartbeat());
                statuses.change(claimed.id(), SubscriptionStatus.REQUESTED, SubscriptionStatus.ACTIVE, null, () -> {});
            }
        }

        private void beat() {
            Instant due = claimed.heartbeatAt();
            if (due == null || due.isAfter(clock.instant())) {
                return;
            }
            // Without a period it is one that was asked for earlier.
            if (terms.heartbeat() == null
                    || send(about(
                            "heartbeat",
                            SubscriptionStatus.ACTIVE,
                            List.of(),
                            UUID.randomUUID().toString()))) {
                register.accepted(claimed, nextHeartbeat());
            }
        }

        private @Nullable Instant nextHeartbeat() {
            return terms.heartbeat() == null ? null : clock.instant().plus(terms.heartbeat());
        }

        /** False when the receiver did not accept it. */
        private boolean tell(List<Event> events) {
            Payloads.Now now = payloads.now(claimed.requester());
            List<Payload> allowed =
                    events.stream().flatMap(event -> now.of(event).stream()).toList();
            List<Event> told = allowed.stream().map(Payload::event).toList();
            outbox.settle(
                    events.stream().filter(event -> !told.contains(event)).toList(), Outbox.WITHHELD, clock.instant());
            if (allowed.isEmpty()) {
                return mayGoOn(now);
            }
            List<Payload> numbered = numbered(allowed);
            if (!send(notification(numbered))) {
                return false;
            }
            transaction.executeWithoutResult(status -> {
                outbox.settle(numbered.stream().map(Payload::event).toList(), Outbox.SENT, clock.instant());
                register.accepted(claimed, nextHeartbeat());
            });
            return true;
        }

        /** Who may not read anything of what the subscription is about any more is not served any more. */
        private boolean mayGoOn(Payloads.Now now) {
            String type = terms.trigger().resourceType();
            if (now.reaches(type)) {
                return true;
            }
            end(
                    "Who stored this Subscription may not read any " + type + " here any more.",
                    () -> outbox.withhold(claimed.id(), clock.instant()));
            LOG.info("Subscription/{} has ended: its subscriber may read nothing of it any more", claimed.id());
            return false;
        }

        private List<Payload> numbered(List<Payload> allowed) {
            if (allowed.get(0).event().delivery() != null) {
                return allowed;
            }
            List<Event> events = allowed.stream().map(Payload::event).toList();
            List<Event> numbered = Objects.requireNonNull(
                    transaction.execute(status -> outbox.numbered(events, register.count(claimed, events.size()))));
            return java.util.stream.IntStream.range(0, numbered.size())
                    .mapToObj(i -> allowed.get(i).with(numbered.get(i)))
                    .toList();
        }

        private Notification notification(List<Payload> numbered) {
            String id = Objects.requireNonNull(numbered.get(0).event().delivery());
            return terms.topic() == null
                    ? ofCriteria(id, numbered.get(0))
                    : about("event-notification", SubscriptionStatus.ACTIVE, numbered, id);
        }

        /** R4: the resource is put where the receiver wants its copy to be; without a body it is only told that there is something. */
        private Notification ofCriteria(String id, Payload payload) {
            Resource resource = payload.resource();
            if (content != Content.FULL_RESOURCE || resource == null) {
                return new Notification(id, "POST", terms.endpoint(), "", "");
            }
            String endpoint = terms.endpoint().toString();
            int query = endpoint.indexOf('?');
            String path = query < 0 ? endpoint : endpoint.substring(0, query);
            String address = (path.endsWith("/") ? path : path + "/")
                    + payload.event().reference()
                    + (query < 0 ? "" : endpoint.substring(query));
            return encoded(id, "PUT", URI.create(address), resource);
        }

        private Notification about(String type, SubscriptionStatus status, List<Payload> numbered, String id) {
            String base = claimed.serverBase();
            StatusParameters parameters = new StatusParameters(
                            StatusParameters.address(base, "Subscription/" + claimed.id()),
                            terms.topic(),
                            status,
                            type,
                            register.events(claimed))
                    .events(numbered, content, base);
            return encoded(
                    id,
                    "POST",
                    terms.endpoint(),
                    NotificationBundle.of(
                            parameters.parameters(),
                            claimed.id(),
                            numbered,
                            content,
                            base,
                            Date.from(clock.instant())));
        }

        private Notification encoded(String id, String method, URI address, IBaseResource body) {
            EncodingEnum encoding = terms.encoding() == null ? EncodingEnum.JSON : terms.encoding();
            return new Notification(
                    id,
                    method,
                    address,
                    encoding.getResourceContentTypeNonLegacy() + "; charset=UTF-8",
                    encoding.newParser(fhirContext).encodeResourceToString(body));
        }

        private boolean send(Notification notification) {
            Delivery.Outcome outcome = delivery.send(notification, terms.endpoint(), claimed.secrets(), timeout());
            if (!outcome.accepted()) {
                failed(outcome.error());
            }
            return outcome.accepted();
        }

        private Duration timeout() {
            return terms.timeout() == null || terms.timeout().compareTo(settings.timeout()) > 0
                    ? settings.timeout()
                    : terms.timeout();
        }

        private void failed(String error) {
            Instant now = clock.instant();
            register.failed(claimed, error, now, now.plus(retries.after(claimed.failures())));
            Instant since = claimed.failingSince();
            if (since != null && since.plus(settings.giveUpAfter()).isBefore(now)) {
                giveUp(error, since);
            } else {
                LOG.info("Subscription/{}: {}; it will be tried again", claimed.id(), error);
            }
        }

        private void giveUp(String error, Instant since) {
            end(
                    "Nothing was accepted since " + since + ". " + error + ".",
                    () -> outbox.giveUp(claimed.id(), clock.instant()));
            LOG.warn("Subscription/{} was given up: {}", claimed.id(), error);
        }

        private void end(String why, Runnable besides) {
            statuses.change(
                    claimed.id(),
                    claimed.handshake() ? SubscriptionStatus.REQUESTED : SubscriptionStatus.ACTIVE,
                    SubscriptionStatus.ERROR,
                    why,
                    besides);
        }
    }
}
