package nl.meerwaarde.access;

import java.util.Optional;
import nl.meerwaarde.requester.Requester;

/** Who stored which Subscription: it belongs to that requester, not to a patient. Whoever keeps Subscriptions says so by a bean. */
public interface Subscribers {
    /** Whether Subscriptions are served here; where they are not, nobody has one of one's own. */
    boolean areServed();

    /** Who stored it last, by its id; empty when that is not known. */
    Optional<Requester> of(String subscription);
}
