package nl.meerwaarde.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.meerwaarde.audit.ChainReport.Fault;
import nl.meerwaarde.audit.ChainReport.Kind;
import nl.meerwaarde.audit.Seals.Sealed;
import org.springframework.transaction.support.TransactionOperations;

/** Reads the whole trail again and compares it with its seals. */
class ChainVerification {
    private final Seals seals;
    private final TransactionOperations oneState;

    /** @param oneState transaction in which everything is seen as at one moment */
    ChainVerification(Seals seals, TransactionOperations oneState) {
        this.seals = seals;
        this.oneState = oneState;
    }

    /** @param noted hashes of heads that were noted elsewhere; each must be in the chain still */
    ChainReport verify(Set<String> noted) {
        return Objects.requireNonNull(oneState.execute(status -> report(noted)));
    }

    private ChainReport report(Set<String> noted) {
        Set<String> unseen = new HashSet<>(noted);
        Seal before = Seal.NONE;
        long entries = 0;
        Optional<Fault> fault = Optional.empty();
        Optional<Seal> next = seals.after(0);
        while (next.isPresent() && fault.isEmpty()) {
            Seal seal = next.get();
            fault = fault(seal, before);
            if (fault.isEmpty()) {
                before = seal;
                entries += seal.entries();
                unseen.remove(seal.hash());
                next = seals.after(seal.number());
            }
        }
        Seal head = before;
        Optional<Fault> first = fault.or(() -> beside(head))
                .or(() -> unseen.stream().findFirst().map(hash -> new Fault(Kind.HEAD_MISSING, 0, null)));
        return new ChainReport(before.number(), entries, seals.waiting(), before, first);
    }

    private Optional<Fault> fault(Seal seal, Seal before) {
        if (seal.number() != before.number() + 1) {
            return Optional.of(new Fault(Kind.SEAL_MISSING, before.number() + 1, null));
        }
        List<Sealed> sealed = seals.under(seal);
        if (!seals.isGenuine(seal, before, sealed.stream().map(Sealed::member).toList())) {
            return Optional.of(new Fault(Kind.SEAL_CHANGED, seal.number(), null));
        }
        return sealed.stream().flatMap(one -> fault(seal, one)).findFirst();
    }

    private static Stream<Fault> fault(Seal seal, Sealed sealed) {
        if (sealed.entry() == null) {
            return Stream.of(
                    new Fault(Kind.ENTRY_MISSING, seal.number(), sealed.member().entry()));
        }
        return EntryDigest.of(sealed.entry()).equals(sealed.member().digest())
                ? Stream.empty()
                : Stream.of(new Fault(
                        Kind.ENTRY_CHANGED, seal.number(), sealed.member().entry()));
    }

    /** What no seal shows. */
    private Optional<Fault> beside(Seal head) {
        return seals.underNoSeal()
                .map(entry -> new Fault(Kind.SEAL_MISSING, head.number() + 1, entry))
                .or(() -> seals.outside().map(entry -> new Fault(Kind.ENTRY_OUTSIDE, 0, entry)))
                .or(() -> seals.missingBeforeSeal().map(entry -> new Fault(Kind.ENTRY_MISSING, 0, entry)));
    }
}
