package nl.meerwaarde.disclosure;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.meerwaarde.fhir.Fingerprint;

/**
 * Releases that were made lately. What a release hides follows from table, policy and what was shown before, and takes seconds to find; whoever asks for the same
 * again, or for another period of the same year, need not wait for it.
 */
public final class Releases {
    private static final int MOST_KEPT = 50;

    private final Cache<String, Release> made =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    /** As {@link Release#of(Recipient, Table, Earlier)}. */
    public Release of(Recipient recipient, Table table, Earlier earlier) {
        return made.get(
                        key(recipient.policy(), table, earlier),
                        key -> Release.of(Recipient.of(recipient.policy()), table, earlier))
                .seenBy(recipient);
    }

    private static String key(RecipientPolicy policy, Table table, Earlier earlier) {
        String before = table.positions().stream()
                .flatMap(position -> table.counts().stream().map(count -> earlier.told(position, count)))
                .map(Releases::text)
                .collect(Collectors.joining(" "));
        return Fingerprint.of(policy.version() + "\n" + policy.content() + "\n" + before + "\n" + table.content());
    }

    private static String text(Optional<Told> told) {
        return told.map(Told::toString).orElse(".");
    }
}
