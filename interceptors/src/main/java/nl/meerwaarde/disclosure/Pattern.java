package nl.meerwaarde.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which numbers of a lattice are hidden, and what an attacker takes a hidden one to be from the reason that is given for it. */
final class Pattern {
    /** No limit that anybody knows. */
    static final long UNBOUNDED = Long.MAX_VALUE;

    private final Lattice lattice;
    private final RecipientPolicy policy;
    private final boolean ofCounts;
    private final @Nullable Reason[] reasons;
    private final boolean[] known;
    private final boolean[] inSmallGroup;
    private final @Nullable Told[] elsewhere;
    private final boolean[] sharesTold;
    private final List<Map<String, Long>> shares;
    /** What was added up already: asked for again and again. */
    private final Map<Part, Long> parts = new HashMap<>();

    /** @param ofCounts whether the numbers are counts, of which the reason tells the size */
    Pattern(Lattice lattice, RecipientPolicy policy, boolean ofCounts) {
        this.lattice = lattice;
        this.policy = policy;
        this.ofCounts = ofCounts;
        this.reasons = new Reason[lattice.nodes().size()];
        this.known = new boolean[reasons.length];
        this.inSmallGroup = new boolean[reasons.length];
        this.elsewhere = new Told[reasons.length];
        this.sharesTold = new boolean[reasons.length];
        this.shares = new ArrayList<>(Collections.nCopies(reasons.length, Map.of()));
    }

    /**
     * What each organisation knows to be its own part of a number that several share.
     *
     * @param told whether these parts are numbers of the lattice, so that they bound the number by themselves
     */
    void share(int node, Map<String, Long> byOwner, boolean told) {
        shares.set(node, byOwner);
        sharesTold[node] = told;
    }

    /**
     * What some organisations have of numbers together, at most; they know that their sum is no smaller.
     *
     * @param organizations how many of them
     * @param missing one that is not among them, or null
     */
    long partOfCoalition(List<Integer> nodes, int organizations, @Nullable String missing) {
        Map<String, Long> byOwner = new HashMap<>();
        nodes.forEach(node -> shares.get(node).forEach((owner, part) -> byOwner.merge(owner, part, Long::sum)));
        return byOwner.entrySet().stream()
                .filter(part ->
                        !part.getKey().equals(Table.UNKNOWN) && !part.getKey().equals(missing))
                .map(Map.Entry::getValue)
                .sorted(Comparator.reverseOrder())
                .limit(organizations)
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The same of organisations of which one is missing, whichever of these; of any when there are none. */
    private long partWithout(int node, Set<String> missing) {
        return shares.get(node).isEmpty()
                ? 0
                : parts.computeIfAbsent(new Part(node, missing), part -> largestPart(node, missing));
    }

    private long largestPart(int node, Set<String> missing) {
        return missing.isEmpty()
                ? partOfCoalition(List.of(node), policy.coalition(), null)
                : missing.stream()
                        .mapToLong(one -> partOfCoalition(List.of(node), policy.coalition(), one))
                        .max()
                        .orElse(0);
    }

    /** The same of organisations that do not have all of a number themselves: those that do have nothing to learn from it. */
    long partOfOthers(int node) {
        return partWithout(node, notTogether(node));
    }

    /** Of these organisations one is always missing among those who want to know a number: who owns it, or all that have a part of it. */
    Set<String> notTogether(int node) {
        String owner = lattice.node(node).owner();
        if (owner != null) {
            return Set.of(owner);
        }
        Set<String> holders = shares.get(node).entrySet().stream()
                .filter(part -> part.getValue() > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return holders.size() > policy.coalition() || holders.contains(Table.UNKNOWN) ? Set.of() : holders;
    }

    /** Whether organisations together do not have all of a number: otherwise they have nothing to learn from it. */
    boolean leavesSomebody(int node, Set<String> together) {
        Map<String, Long> byOwner = shares.get(node);
        return byOwner.isEmpty()
                || byOwner.entrySet().stream()
                        .anyMatch(part -> part.getValue() > 0 && !together.contains(part.getKey()));
    }

    /** Hides a number without saying whether it is small. */
    void withhold(int node) {
        if (!known[node] && elsewhere[node] == null) {
            reasons[node] = Reason.WITHHELD;
        }
    }

    /** The number belongs to a group of few people, of which nothing further is told. */
    void withholdInSmallGroup(int node) {
        withhold(node);
        inSmallGroup[node] = !known[node] && elsewhere[node] == null;
    }

    boolean isKnown(int node) {
        return known[node];
    }

    private record Part(int node, Set<String> missing) {}

    /** The recipient has seen it already, or was told why not: it is told the same again, so that two reasons cannot be put together. */
    void tell(int node, Told told) {
        known[node] = told.isShown();
        reasons[node] = told.reason();
        elsewhere[node] = told;
    }

    /** Hides a number; the first reason counts. */
    void hide(int node, Reason reason) {
        if (!known[node] && reasons[node] == null) {
            reasons[node] = reason;
        }
    }

    boolean isShown(int node) {
        return known[node] || (lattice.node(node).told() && reasons[node] == null);
    }

    Optional<Reason> reason(int node) {
        return Optional.ofNullable(reasons[node]);
    }

    /** Whether hiding it would be of use: nobody is misled by a hidden zero. */
    boolean canBeHidden(int node) {
        return isShown(node) && !known[node] && lattice.node(node).value() > 0;
    }

    /** The smallest value that a number can have, once it is hidden, for somebody who knows the reason and what some organisations have of it. */
    long lower(int node, Alternatives.Search search) {
        long told = ofCounts && lattice.node(node).told() ? toldLower(node, search.withholding()) : 0;
        if (sharesTold[node]) {
            return told;
        }
        return Math.max(told, partWithout(node, search.notTogether()));
    }

    private long toldLower(int node, boolean withholding) {
        long value = lattice.node(node).value();
        Told told = elsewhere[node];
        if (told != null) {
            return Math.min(told.least(), value);
        }
        boolean sizeUnsaid = reasons[node] == Reason.PRIMARY
                || reasons[node] == Reason.WITHHELD
                || (withholding && reasons[node] == null);
        // Zeros are withheld together with the others of a small group, and nowhere else.
        long least = sizeUnsaid ? (inSmallGroup[node] ? 0 : 1) : policy.threshold();
        return Math.min(least, value);
    }

    /** The largest. */
    long upper(int node) {
        if (!ofCounts || !lattice.node(node).told() || reasons[node] != Reason.PRIMARY) {
            return UNBOUNDED;
        }
        return Math.max(below(node) - 1L, lattice.node(node).value());
    }

    /** The limit below which a hidden number is said to be; 0 when nothing is said of its size. */
    int below(int node) {
        Told told = elsewhere[node];
        if (told != null) {
            return told.below();
        }
        return reasons[node] == Reason.PRIMARY ? policy.threshold() : 0;
    }

    /** What is told of a number, for releases that come later. */
    Told told(int node) {
        Told told = elsewhere[node];
        if (told != null) {
            return told;
        }
        Reason reason = reasons[node];
        return reason == null ? Told.SHOWN : Told.hidden(reason, policy.threshold());
    }

    int hidden() {
        return (int) Arrays.stream(reasons).filter(reason -> reason != null).count();
    }
}
