package nl.meerwaarde.notification;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.meerwaarde.fhir.OperationParameters;
import nl.meerwaarde.fhir.ParameterReading;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.notification.KnownSubscriptions.Known;
import nl.meerwaarde.notification.Payloads.Payload;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;

/** How subscriptions go: {@code $status} and {@code $events} of the R5 backport, and {@code $replay}, which takes one up that was given up. */
public class SubscriptionProvider {
    private static final String REPLAY = "https://w3id.org/meerwaarde/fhir/OperationDefinition/subscription-replay";
    private static final int MOST_EVENTS = 1_000;

    private final FhirContext fhirContext;
    private final KnownSubscriptions known;
    private final CollectingSubscriptions subscriptions;
    private final SubscriptionStatuses statuses;
    private final Outbox outbox;
    private final Payloads payloads;
    private final Clock clock;

    SubscriptionProvider(
            FhirContext fhirContext,
            KnownSubscriptions known,
            CollectingSubscriptions subscriptions,
            SubscriptionStatuses statuses,
            Outbox outbox,
            Payloads payloads,
            Clock clock) {
        this.fhirContext = fhirContext;
        this.known = known;
        this.subscriptions = subscriptions;
        this.statuses = statuses;
        this.outbox = outbox;
        this.payloads = payloads;
        this.clock = clock;
    }

    /** The state of those that are asked for; of all that the caller may ask about when none is named. */
    @Operation(
            name = "$status",
            typeName = "Subscription",
            idempotent = true,
            manualRequest = true,
            canonicalUrl = Backport.STATUS_OPERATION)
    public Bundle statusOfMany(ServletRequestDetails request) {
        ParameterReading parameters = reading("$status", request, Set.of("id", "status"));
        refuse(parameters);
        List<String> ids = parameters.all("id").stream()
                .map(id -> id.replaceFirst("^Subscription/", ""))
                .toList();
        List<String> wanted = parameters.all("status");
        return found(known.all(request).stream()
                .filter(each -> ids.isEmpty() || ids.contains(each.id()))
                .filter(each -> wanted.isEmpty()
                        || wanted.contains(each.essence().getStatus().toCode()))
                .toList());
    }

    /** The state of one. */
    @Operation(
            name = "$status",
            typeName = "Subscription",
            idempotent = true,
            manualRequest = true,
            canonicalUrl = Backport.STATUS_OPERATION)
    public Bundle status(@IdParam IdType id, ServletRequestDetails request) {
        refuse(reading("$status", request, Set.of()));
        return found(List.of(known.get(id.getIdPart(), request)));
    }

    private Bundle found(List<Known> all) {
        Bundle bundle = new Bundle();
        bundle.setType(BundleType.SEARCHSET).setTotal(all.size());
        for (Known each : all) {
            String error = each.essence().hasError()
                    ? each.essence().getError()
                    : each.progress().lastError();
            bundle.addEntry()
                    .setFullUrl("urn:uuid:" + UUID.randomUUID())
                    .setResource(status(each, "query-status")
                            .error(error)
                            .withheld(each.seenByAnOperator() ? outbox.withheld(each.id()) : null)
                            .parameters())
                    .getSearch()
                    .setMode(SearchEntryMode.MATCH);
        }
        return bundle;
    }

    private static StatusParameters status(Known each, String type) {
        return new StatusParameters(
                StatusParameters.address(each.progress().serverBase(), "Subscription/" + each.id()),
                SubscriptionReading.isTopicBased(each.essence())
                        ? each.essence().getCriteria()
                        : null,
                each.essence().getStatus(),
                type,
                each.progress().events());
    }

    /** What was sent, or tried to, once more; never more of it than both the subscriber and the caller may see now. */
    @Operation(
            name = "$events",
            typeName = "Subscription",
            idempotent = true,
            manualRequest = true,
            canonicalUrl = Backport.EVENTS_OPERATION)
    public Bundle events(@IdParam IdType id, ServletRequestDetails request) {
        ParameterReading parameters =
                reading("$events", request, Set.of("eventsSinceNumber", "eventsUntilNumber", "content"));
        Optional<Long> since = number(parameters, "eventsSinceNumber");
        Optional<Long> until = number(parameters, "eventsUntilNumber");
        Optional<Content> asked = content(parameters);
        refuse(parameters);
        Known subscription = known.get(id.getIdPart(), request);
        SubscriptionTerms terms = subscriptions.terms(subscription.progress().body());
        Content content = terms.content()
                .atMost(asked.orElse(Content.FULL_RESOURCE))
                .atMost(payloads.most(subscription.progress().requester()))
                .atMost(payloads.most(subscription.caller()));
        Payloads.Now subscriber = payloads.now(subscription.progress().requester());
        Payloads.Now caller = payloads.now(subscription.caller());
        List<Payload> found =
                outbox.between(subscription.id(), since.orElse(1L), until.orElse(null), MOST_EVENTS).stream()
                        .filter(event -> caller.of(event).isPresent())
                        .flatMap(event -> subscriber.of(event).stream())
                        .toList();
        String base = subscription.progress().serverBase();
        Parameters status =
                status(subscription, "query-event").events(found, content, base).parameters();
        return NotificationBundle.of(status, subscription.id(), found, content, base, Date.from(clock.instant()));
    }

    private static Optional<Long> number(ParameterReading parameters, String name) {
        Optional<String> text = parameters.single(name);
        boolean right = text.isEmpty() || text.get().matches("\\d{1,18}");
        if (!right) {
            parameters.problem(name, "must be a number");
            return Optional.empty();
        }
        return text.map(Long::valueOf);
    }

    private static Optional<Content> content(ParameterReading parameters) {
        Optional<String> code = parameters.single("content");
        if (code.isPresent() && code.flatMap(Content::of).isEmpty()) {
            parameters.problem("content", "must be empty, id-only or full-resource");
        }
        return code.flatMap(Content::of);
    }

    /** Sends dead letters again. */
    @Operation(name = "$replay", typeName = "Subscription", manualRequest = true, canonicalUrl = REPLAY)
    public Parameters replay(@IdParam IdType id, ServletRequestDetails request) {
        refuse(reading("$replay", request, Set.of()));
        Known subscription = known.get(id.getIdPart(), request);
        Parameters answer = new Parameters();
        answer.addParameter().setName("count").setValue(new IntegerType(replay(subscription)));
        return answer;
    }

    private int replay(Known subscription) {
        AtomicInteger count = new AtomicInteger();
        Runnable again = () -> count.set(outbox.replay(subscription.id()));
        switch (subscription.essence().getStatus()) {
            case ERROR ->
                statuses.change(subscription.id(), SubscriptionStatus.ERROR, begun(subscription), null, again);
            case ACTIVE, REQUESTED -> again.run();
            default -> count.set(0);
        }
        return count.get();
    }

    /** The receiver of a topic has to answer first. */
    private static SubscriptionStatus begun(Known subscription) {
        return SubscriptionReading.isTopicBased(subscription.essence())
                ? SubscriptionStatus.REQUESTED
                : SubscriptionStatus.ACTIVE;
    }

    private ParameterReading reading(String operation, ServletRequestDetails request, Set<String> allowed) {
        ParameterReading parameters = new ParameterReading(
                operation, OperationParameters.of(fhirContext, request).texts());
        parameters.refuseUnknown(allowed);
        return parameters;
    }

    private static void refuse(ParameterReading parameters) {
        if (!parameters.problems().isEmpty()) {
            throw Problems.badRequest(parameters.problems());
        }
    }
}
