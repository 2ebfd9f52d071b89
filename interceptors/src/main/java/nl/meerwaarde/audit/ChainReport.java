package nl.meerwaarde.audit;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether the chain of seals holds.
 *
 * @param seals how many hold, from the first on
 * @param entries how many lie under these
 * @param unsealed how many wait for a seal; nothing guards them yet
 * @param head the last seal that holds
 * @param fault the first thing that is wrong
 */
record ChainReport(long seals, long entries, long unsealed, Seal head, Optional<Fault> fault) {
    /** What can be wrong. */
    enum Kind {
        /** A number in the row of seals is not there. */
        SEAL_MISSING,
        /** A seal is not what was made of its entries and the seal before, or not with this server's key. */
        SEAL_CHANGED,
        /** A sealed entry says something else now. */
        ENTRY_CHANGED,
        /** A sealed entry, or one that waits for a seal, is gone. */
        ENTRY_MISSING,
        /** An entry is under no seal and waits for none: it was put there, or its seal was taken away. */
        ENTRY_OUTSIDE,
        /** A head that somebody noted is in the chain no more. */
        HEAD_MISSING;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * @param seal the number at which it shows; 0 where there is none
     * @param entry null when it is not about one
     */
    record Fault(Kind kind, long seal, @Nullable UUID entry) {}
}
