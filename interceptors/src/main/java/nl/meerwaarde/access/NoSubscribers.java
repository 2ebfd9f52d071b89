package nl.meerwaarde.access;

import java.util.Optional;
import nl.meerwaarde.requester.Requester;

/** Where nothing serves Subscriptions. */
final class NoSubscribers implements Subscribers {
    @Override
    public boolean areServed() {
        return false;
    }

    @Override
    public Optional<Requester> of(String subscription) {
        return Optional.empty();
    }
}
