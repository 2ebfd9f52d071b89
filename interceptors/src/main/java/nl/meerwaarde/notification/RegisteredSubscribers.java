package nl.meerwaarde.notification;

import java.util.Optional;
import nl.meerwaarde.access.Subscribers;
import nl.meerwaarde.requester.Requester;

/** Whose Subscriptions are, by the register. */
record RegisteredSubscribers(SubscriptionRegister register, boolean areServed) implements Subscribers {
    @Override
    public Optional<Requester> of(String subscription) {
        return register.subscriber(subscription);
    }
}
