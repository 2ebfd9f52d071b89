package nl.meerwaarde.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Hides more numbers until every hidden one is safe: an attacker who knows everything that is shown, and the numbers of a few organisations besides,
 * must find its largest possible value at least a given spread above its smallest. Proof is another table that fits ({@link Alternatives}); where there
 * is none, the cheapest one that needs more numbers hidden says which. Hiding more never takes a proof away, so each number is settled once.
 */
final class Protection {
    /** How many sums away from a number nothing may be told for its sake: the last resort, for tables of few people. */
    private static final int FARTHEST = 4;

    private final Lattice lattice;
    private final Pattern pattern;
    private final Alternatives alternatives;
    private final IntToLongFunction spread;
    /** Proofs found so far, by the numbers that change in them. */
    private final Map<Integer, List<Move>> proofs = new LinkedHashMap<>();

    private final Set<Integer> unprotected = new TreeSet<>();

    /** @param spread how far apart the possible values of a hidden number must lie */
    Protection(Lattice lattice, Pattern pattern, boolean wholeNumbers, IntToLongFunction spread) {
        this.lattice = lattice;
        this.pattern = pattern;
        this.alternatives = new Alternatives(lattice, pattern, wholeNumbers);
        this.spread = spread;
    }

    /**
     * Makes every hidden number safe.
     *
     * @param sensitive which numbers must be safe also when organisations put together what they have
     * @param coalition how many organisations, for each of these
     * @return the numbers for which there is no help
     */
    Set<Integer> protect(IntPredicate sensitive, IntUnaryOperator coalition) {
        for (Lattice.Node node : lattice.nodes()) {
            if (sensitive.test(node.index())) {
                protect(node.index(), Set.of(), coalition.applyAsInt(node.index()));
            }
        }
        // What was hidden for the sake of others is hidden at the end of a chain: now their neighbours may need the
        // same.
        for (int settled = -1; settled != pattern.hidden(); ) {
            settled = pattern.hidden();
            lattice.nodes().stream()
                    .filter(node -> node.told()
                            && node.value() > 0
                            && pattern.reason(node.index()).isPresent())
                    .filter(node -> !sensitive.test(node.index()))
                    .toList()
                    .forEach(node -> protect(node.index(), Set.of(), 0));
        }
        return unprotected;
    }

    /** Of a group of few people nothing further is told, not even that a part of it is empty: each part narrows the others. */
    void withholdPartsOfSmall(RecipientPolicy policy) {
        Deque<Integer> next = new ArrayDeque<>();
        lattice.nodes().stream()
                .filter(node -> policy.isSmall(node.value())
                        && pattern.reason(node.index()).isPresent())
                .forEach(node -> next.add(node.index()));
        while (!next.isEmpty()) {
            int whole = next.remove();
            lattice.equationsOf(whole).stream()
                    .filter(equation -> equation.whole() == whole)
                    .flatMap(equation -> equation.parts().stream())
                    .filter(part -> lattice.node(part).told()
                            && !pattern.isKnown(part)
                            && !pattern.reason(part).equals(Optional.of(Reason.WITHHELD)))
                    .forEach(part -> {
                        pattern.withholdInSmallGroup(part);
                        next.add(part);
                    });
        }
    }

    /** Wherever the hidden parts of a sum are together few people, somebody could compute these few. */
    void hideSmallRemainders(RecipientPolicy policy) {
        for (int settled = -1; settled != pattern.hidden(); ) {
            settled = pattern.hidden();
            lattice.equations().forEach(equation -> hideSmallRemainder(equation, policy));
        }
    }

    private void hideSmallRemainder(Lattice.Equation equation, RecipientPolicy policy) {
        List<Integer> members = new ArrayList<>(equation.parts());
        members.add(equation.whole());
        while (pattern.isShown(equation.whole()) && hidesFew(equation, policy)) {
            Optional<Integer> cheapest = members.stream()
                    .filter(pattern::canBeHidden)
                    .min((a, b) -> Double.compare(
                            lattice.node(a).cost(), lattice.node(b).cost()));
            if (cheapest.isEmpty()) {
                return;
            }
            pattern.hide(cheapest.get(), Reason.COMPLEMENTARY);
        }
    }

    /** Also for organisations that take away their own part of what is hidden. */
    private boolean hidesFew(Lattice.Equation equation, RecipientPolicy policy) {
        List<Integer> hidden =
                equation.parts().stream().filter(part -> !pattern.isShown(part)).toList();
        long people =
                hidden.stream().mapToLong(part -> lattice.node(part).value()).sum();
        return IntStream.rangeClosed(0, policy.coalition())
                .anyMatch(
                        organizations -> policy.isSmall(people - pattern.partOfCoalition(hidden, organizations, null)));
    }

    /**
     * Proves a number safe from organisations that put together what they have: only those that would notice the difference can tell the other table
     * from the true one, so for each of them there must be yet another, and so on.
     *
     * @param untouched who is together already
     * @param more how many may join
     */
    private void protect(int node, Set<String> untouched, int more) {
        Optional<Set<String>> noticedBy = proof(node, untouched, false);
        for (int distance = 0; noticedBy.isEmpty() && distance <= FARTHEST; distance++) {
            withholdAround(node, distance);
            noticedBy = proof(node, untouched, true);
        }
        if (noticedBy.isEmpty()) {
            unprotected.add(node);
            return;
        }
        if (more > 0) {
            for (String owner : noticedBy.get()) {
                Set<String> together = new TreeSet<>(untouched);
                together.add(owner);
                if (pattern.leavesSomebody(node, together)) {
                    protect(node, together, more - 1);
                }
            }
        }
    }

    /** Where the reasons leave too little room, they are not told; where that does not help, nothing is told of the neighbourhood. */
    private void withholdAround(int node, int distance) {
        Set<Integer> members = new TreeSet<>(Set.of(node));
        for (int step = 0; step < Math.max(1, distance); step++) {
            for (int member : List.copyOf(members)) {
                lattice.equationsOf(member).forEach(equation -> {
                    members.add(equation.whole());
                    members.addAll(equation.parts());
                });
            }
        }
        members.stream().filter(member -> lattice.node(member).told()).forEach(member -> {
            if (distance > 0) {
                pattern.withholdInSmallGroup(member);
            } else if (pattern.reason(member).isPresent()) {
                pattern.withhold(member);
            }
        });
    }

    private Optional<Set<String>> proof(int node, Set<String> untouched, boolean withholding) {
        String own = lattice.node(node).owner();
        long enough = spread.applyAsLong(node);
        for (Move known : proofs.getOrDefault(node, List.of())) {
            Set<String> noticedBy = known.noticedBy(lattice, own);
            if (Math.abs(known.of(node)) >= enough
                    && noticedBy.stream().noneMatch(untouched::contains)
                    && isPossible(known, node, untouched)) {
                return Optional.of(noticedBy);
            }
        }
        List<Move> found = found(node, enough, untouched)
                .or(() -> bought(node, enough, untouched, withholding))
                .orElse(List.of());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Set<String> noticedBy = new TreeSet<>();
        found.forEach(move -> noticedBy.addAll(move.noticedBy(lattice, own)));
        found.forEach(this::keep);
        return Optional.of(noticedBy);
    }

    /** A proof for one number is one for another only if those who want to know that one cannot exclude it. */
    private boolean isPossible(Move move, int node, Set<String> untouched) {
        Alternatives.Search search = new Alternatives.Search(pattern.notTogether(node), untouched, false, false);
        return move.changes().entrySet().stream()
                .allMatch(change -> lattice.node(change.getKey()).value() + change.getValue()
                        >= pattern.lower(change.getKey(), search));
    }

    private void keep(Move move) {
        move.changes()
                .keySet()
                .forEach(changed -> proofs.computeIfAbsent(changed, node -> new ArrayList<>())
                        .add(move));
    }

    /** Tables that fit what is shown now. */
    private Optional<List<Move>> found(int node, long enough, Set<String> untouched) {
        Alternatives.Search search = new Alternatives.Search(pattern.notTogether(node), untouched, false, false);
        Optional<Move> up = alternatives.farthest(node, enough, true, search);
        long reached = up.map(move -> move.of(node)).orElse(0L);
        if (reached >= enough) {
            return up.map(List::of);
        }
        Optional<Move> down = alternatives.farthest(node, enough - reached, false, search);
        long between = reached - down.map(move -> move.of(node)).orElse(0L);
        return between >= enough
                ? Optional.of(Stream.of(up, down).flatMap(Optional::stream).toList())
                : Optional.empty();
    }

    /** The cheapest tables that fit once more numbers are hidden; hides these. */
    private Optional<List<Move>> bought(int node, long enough, Set<String> untouched, boolean withholding) {
        Alternatives.Search search = new Alternatives.Search(pattern.notTogether(node), untouched, true, withholding);
        long value = lattice.node(node).value();
        long room = pattern.upper(node) == Pattern.UNBOUNDED ? enough : Math.min(enough, pattern.upper(node) - value);
        long depth = Math.min(enough, value - pattern.lower(node, search));
        long fewest = Math.max(0, enough - depth);
        if (fewest > room) {
            return Optional.empty();
        }
        Optional<List<Move>> best = LongStream.of(room, fewest)
                .distinct()
                .mapToObj(ups -> both(node, ups, enough - ups, search))
                .flatMap(Optional::stream)
                .min((a, b) -> Double.compare(price(a), price(b)))
                .or(() -> LongStream.range(fewest + 1, room)
                        .mapToObj(ups -> both(node, ups, enough - ups, search))
                        .flatMap(Optional::stream)
                        .findFirst());
        best.ifPresent(moves -> moves.forEach(move -> move.changes().keySet().stream()
                .filter(pattern::isShown)
                .forEach(shown -> pattern.hide(shown, withholding ? Reason.WITHHELD : Reason.COMPLEMENTARY))));
        return best;
    }

    private Optional<List<Move>> both(int node, long ups, long downs, Alternatives.Search search) {
        List<Move> moves = new ArrayList<>();
        if (ups > 0) {
            alternatives.cheapest(node, ups, true, search).ifPresent(moves::add);
        }
        if (downs > 0) {
            alternatives.cheapest(node, downs, false, search).ifPresent(moves::add);
        }
        int wanted = (ups > 0 ? 1 : 0) + (downs > 0 ? 1 : 0);
        return moves.size() == wanted ? Optional.of(moves) : Optional.empty();
    }

    private double price(List<Move> moves) {
        return moves.stream()
                .flatMap(move -> move.changes().keySet().stream())
                .distinct()
                .filter(pattern::isShown)
                .mapToDouble(shown -> lattice.node(shown).cost())
                .sum();
    }
}
