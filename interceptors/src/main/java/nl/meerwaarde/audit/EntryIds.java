package nl.meerwaarde.audit;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Ids of entries: a moment and a random number. Two nodes never give the same one, and nobody can guess an entry's id or count entries by it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9562#section-5.7">RFC 9562, section 5.7 (version 7)</a>
 */
final class EntryIds {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BITS_BELOW_TIME = 16;
    private static final long VERSION = 0x7000L;
    private static final long RANDOM_BITS_OF_FIRST = 0x0fffL;
    private static final long RANDOM_BITS_OF_SECOND = 0x3fff_ffff_ffff_ffffL;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private EntryIds() {}

    /** The id that a text says; empty when it says none. */
    static Optional<UUID> read(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static UUID at(Instant instant) {
        long first = instant.toEpochMilli() << BITS_BELOW_TIME | VERSION | RANDOM.nextLong() & RANDOM_BITS_OF_FIRST;
        return new UUID(first, RANDOM.nextLong() & RANDOM_BITS_OF_SECOND | VARIANT);
    }
}
