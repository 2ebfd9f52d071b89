package nl.meerwaarde.notification;

import ca.uhn.fhir.context.FhirContext;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import nl.meerwaarde.notification.SubscriptionRegister.Edition;
import org.hl7.fhir.r4.model.Subscription;

/** The subscriptions that collect changes, understood; kept by edition, so that a change of one counts at once on every server. */
class CollectingSubscriptions {
    private static final int MOST_KEPT = 10_000;

    private final Cache<String, SubscriptionTerms> read =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();
    private final FhirContext fhirContext;
    private final SubscriptionRegister register;
    private final Topics topics;
    private final Criteria criteria;
    private final Receivers receivers;

    CollectingSubscriptions(
            FhirContext fhirContext,
            SubscriptionRegister register,
            Topics topics,
            Criteria criteria,
            Receivers receivers) {
        this.fhirContext = fhirContext;
        this.register = register;
        this.topics = topics;
        this.criteria = criteria;
        this.receivers = receivers;
    }

    /** One that collects changes. */
    record Collecting(String id, SubscriptionTerms terms) {}

    /** As the running transaction sees them. */
    List<Collecting> now() {
        return register.collecting().stream()
                .map(edition -> new Collecting(edition.id(), terms(edition)))
                .toList();
    }

    private SubscriptionTerms terms(Edition edition) {
        SubscriptionTerms known = read.getIfPresent(edition.edition());
        if (known == null) {
            known = terms(register.body(edition));
            read.put(edition.edition(), known);
        }
        return known;
    }

    SubscriptionTerms terms(String body) {
        Subscription subscription = fhirContext.newJsonParser().parseResource(Subscription.class, body);
        return new SubscriptionReading(subscription, topics, criteria, receivers).terms();
    }
}
