package nl.meerwaarde.disclosure;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The policies of this server, as they are stored now. */
public class RecipientPolicies {
    /** Who may read the records that the figures come from. */
    public static final String RECORD_HOLDER = "record-holder";

    /** Everybody: what is shown to it is known to every other recipient. */
    public static final String PUBLIC = "public";

    private final Supplier<Map<String, RecipientPolicy>> stored;

    /** @param stored policies by their code; asked each time, because the newest rule is the one that holds */
    public RecipientPolicies(Supplier<Map<String, RecipientPolicy>> stored) {
        this.stored = stored;
    }

    /** The policy of a kind of recipient; empty when there is none, so that nothing leaves for it. */
    public Optional<RecipientPolicy> find(String recipient) {
        return Optional.ofNullable(stored.get().get(recipient));
    }

    /** The kinds of recipients that have a policy. */
    public SortedSet<String> codes() {
        return new TreeSet<>(stored.get().keySet());
    }
}
