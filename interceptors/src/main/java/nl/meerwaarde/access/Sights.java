package nl.meerwaarde.access;

import java.util.Optional;
import nl.meerwaarde.requester.Requester;

/** What requesters may see who send no request now, such as those who are sent something. */
public final class Sights {
    private final Optional<Accesses> accesses;

    /** @param accesses empty where the rules are off */
    Sights(Optional<Accesses> accesses) {
        this.accesses = accesses;
    }

    /** Empty when everything may be seen: where the rules are off, and of anybody where a server runs in the open. */
    public Optional<Sight> of(Requester requester) {
        return accesses.flatMap(rules -> rules.of(requester)).map(Sight::new);
    }

    /** Whether anybody is limited at all. */
    public boolean areLimited() {
        return accesses.isPresent();
    }

    Optional<Accesses> rules() {
        return accesses;
    }
}
