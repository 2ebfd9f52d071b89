package nl.meerwaarde.notification;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.notification.SubscriptionRegister.Progress;
import nl.meerwaarde.requester.Requester;
import nl.meerwaarde.requester.RequesterSource;
import nl.meerwaarde.requester.Role;
import org.hl7.fhir.r4.model.Subscription;
import org.jspecify.annotations.Nullable;

/** The subscriptions that a caller may ask about: the caller's own, to an administrator all. Others are as if they did not exist. */
class KnownSubscriptions {
    private final FhirContext fhirContext;
    private final SubscriptionRegister register;
    private final Optional<RequesterSource> requesters;

    KnownSubscriptions(FhirContext fhirContext, SubscriptionRegister register, Optional<RequesterSource> requesters) {
        this.fhirContext = fhirContext;
        this.register = register;
        this.requesters = requesters;
    }

    /**
     * One of them.
     *
     * @param essence what of the resource says what to do
     * @param caller who asks; null when the server does not know
     */
    record Known(
            String id,
            Subscription essence,
            Progress progress,
            @Nullable Requester caller) {
        /** How much there is that the subscriber may not read is not for the subscriber. */
        boolean seenByAnOperator() {
            return caller == null || caller.is(Role.ADMINISTRATOR);
        }
    }

    /** @throws ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException when there is none for this caller */
    Known get(String id, RequestDetails request) {
        return find(id, request)
                .orElseThrow(() -> Problems.notFound(List.of(new Problem(
                        ProblemCode.UNKNOWN_REQUEST,
                        "Subscription",
                        Sentence.beside(KnownSubscriptions.class, "subscription.unknown", id)))));
    }

    List<Known> all(RequestDetails request) {
        return register.ids().stream().flatMap(id -> find(id, request).stream()).toList();
    }

    Optional<Known> find(String id, RequestDetails request) {
        @Nullable
        Requester caller = requesters.flatMap(source -> source.of(request)).orElse(null);
        return register.progress(id)
                .filter(progress -> caller == null || mayAsk(caller, progress.requester()))
                .map(progress -> new Known(id, essence(progress), progress, caller));
    }

    private Subscription essence(Progress progress) {
        return fhirContext.newJsonParser().parseResource(Subscription.class, progress.body());
    }

    private static boolean mayAsk(Requester caller, @Nullable Requester subscriber) {
        return caller.is(Role.ADMINISTRATOR) || subscriber != null && caller.isSameAs(subscriber);
    }
}
