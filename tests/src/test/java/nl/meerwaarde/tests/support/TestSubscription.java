package nl.meerwaarde.tests.support;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelType;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;

/** A Subscription in the making. */
public final class TestSubscription {
    private static final String BACKPORT = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/";

    private final Subscription subscription = new Subscription();

    private TestSubscription(String criteria, String endpoint) {
        subscription.setStatus(SubscriptionStatus.REQUESTED).setReason("A test").setCriteria(criteria);
        subscription.getChannel().setType(SubscriptionChannelType.RESTHOOK).setEndpoint(endpoint);
    }

    /** As in R4, with the resource in full. */
    public static TestSubscription to(String criteria, String endpoint) {
        TestSubscription subscription = new TestSubscription(criteria, endpoint);
        subscription.subscription.getChannel().setPayload("application/fhir+json");
        return subscription;
    }

    /** To a shipped topic, as in the R5 backport. */
    public static TestSubscription toTopic(String topic, String content, String endpoint) {
        TestSubscription subscription = new TestSubscription(Canonicals.BASE + "/SubscriptionTopic/" + topic, endpoint);
        subscription
                .subscription
                .getChannel()
                .setPayload("application/fhir+json")
                .getPayloadElement()
                .addExtension(BACKPORT + "backport-payload-content", new CodeType(content));
        return subscription;
    }

    public TestSubscription filter(String filter) {
        subscription.getCriteriaElement().addExtension(BACKPORT + "backport-filter-criteria", new StringType(filter));
        return this;
    }

    public TestSubscription signedWith(String key) {
        subscription.getChannel().addExtension(Canonicals.Extensions.WEBHOOK_SECRET, new StringType(key));
        return this;
    }

    public TestSubscription header(String line) {
        subscription.getChannel().addHeader(line);
        return this;
    }

    public Subscription subscription() {
        return subscription.copy();
    }

    /** Stores it; gives its path when it is active. */
    public String stored(Fhir fhir) {
        String path = "Subscription/" + fhir.post(subscription()).id();
        awaitStatus(fhir, path, SubscriptionStatus.ACTIVE);
        return path;
    }

    public static Subscription awaitStatus(Fhir fhir, String path, SubscriptionStatus status) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> fhir.get(path).stored(Subscription.class), stored -> stored.getStatus() == status);
    }
}
