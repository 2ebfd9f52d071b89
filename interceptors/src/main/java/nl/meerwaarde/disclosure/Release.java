package nl.meerwaarde.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.util.ClassUtils;

/**
 * A table as a recipient may see it. The same table gives the same release; which numbers are hidden does not depend on the organisation that looks,
 * only its own numbers are added for it.
 */
public final class Release {
    private static final BigDecimal LARGEST_UNITS = new BigDecimal("1000000");

    private final Recipient recipient;
    private final Table table;
    private final Lattice counts;
    private final Pattern countPattern;
    private final Lattice sums;
    private final Pattern sumPattern;
    private final Set<Lattice.Key> unprotected;

    private Release(Recipient recipient, Table table, Earlier earlier) {
        this.recipient = recipient;
        this.table = table;
        this.unprotected = new LinkedHashSet<>();
        RecipientPolicy policy = recipient.policy();
        counts = Lattice.ofCounts(table);
        countPattern = new Pattern(counts, policy, true);
        List<String> summed = summed(table);
        Lattice.Units units = units(table, summed);
        List<Breakdown> among = among(summed);
        sums = Lattice.ofSums(table, summed, among, units);
        sumPattern = new Pattern(sums, policy, false);
        if (!policy.exact()) {
            suppressCounts(policy, earlier);
            suppressSums(policy, among, units);
        }
    }

    private Release(Release same, Recipient recipient) {
        this.recipient = recipient;
        this.table = same.table;
        this.counts = same.counts;
        this.countPattern = same.countPattern;
        this.sums = same.sums;
        this.sumPattern = same.sumPattern;
        this.unprotected = same.unprotected;
    }

    /** The same as another recipient of the same policy sees it: its own organisation's numbers are added for it. */
    Release seenBy(Recipient other) {
        return new Release(this, other);
    }

    /** Whether the host has the library that looks for what would give a hidden number away; without it only those may be served who see everything. */
    public static boolean canBeAudited() {
        return ClassUtils.isPresent("org.ojalgo.optimisation.ExpressionsBasedModel", Release.class.getClassLoader());
    }

    /** What a recipient may see of a table. */
    public static Release of(Recipient recipient, Table table) {
        return new Release(recipient, table, Earlier.NOTHING);
    }

    /** What a recipient may see of a table who has seen something already. */
    public static Release of(Recipient recipient, Table table, Earlier earlier) {
        return new Release(recipient, table, earlier);
    }

    private void suppressCounts(RecipientPolicy policy, Earlier earlier) {
        boolean[] sensitive = new boolean[counts.nodes().size()];
        counts.nodes()
                .forEach(node -> countPattern.share(
                        node.index(),
                        shares(node, table.breakdowns(), Cell::count),
                        table.tellsShares(node.key().position())));
        for (Lattice.Node node : counts.nodes()) {
            boolean small = policy.isSmall(node.value());
            boolean dominated = !small && leavesFewToACoalition(node, policy);
            sensitive[node.index()] = small || dominated;
            if (node.told()) {
                earlier.told(node.key().position(), node.key().name())
                        .ifPresent(told -> countPattern.tell(node.index(), told));
                sensitive[node.index()] &= !countPattern.isKnown(node.index());
            }
            if (node.told() && sensitive[node.index()]) {
                countPattern.hide(node.index(), small ? Reason.PRIMARY : Reason.DOMINANCE);
            }
        }
        Protection protection = new Protection(counts, countPattern, true, node -> policy.spread());
        protection.withholdPartsOfSmall(policy);
        protection.hideSmallRemainders(policy);
        protection
                .protect(node -> sensitive[node], node -> policy.coalition())
                .forEach(node -> unprotected.add(counts.node(node).key()));
    }

    /** Organisations that know their own part of a number know what the others have together. */
    private boolean leavesFewToACoalition(Lattice.Node node, RecipientPolicy policy) {
        return policy.isSmall(node.value() - countPattern.partOfOthers(node.index()));
    }

    private Map<String, Long> shares(Lattice.Node node, List<Breakdown> breakdowns, Lattice.Units units) {
        return table.shares(node.key().position()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        share -> value(share.getValue(), node.key().name(), breakdowns, units)));
    }

    private static long value(Cell cell, String name, List<Breakdown> breakdowns, Lattice.Units units) {
        return breakdowns.stream()
                .filter(breakdown -> !breakdown.exhaustive() && breakdown.rest().equals(name))
                .findFirst()
                .map(breakdown -> Lattice.rest(breakdown, part -> units.of(cell, part)))
                .orElseGet(() -> units.of(cell, name));
    }

    /**
     * Sums over people whose number is hidden are hidden, and those that one of them dominates; then what these could be computed from, also by organisations that add what
     * they know of themselves to it: of a sum of one organisation, because of one over several they have a part themselves.
     */
    private void suppressSums(RecipientPolicy policy, List<Breakdown> among, Lattice.Units units) {
        boolean[] sensitive = new boolean[sums.nodes().size()];
        sums.nodes()
                .forEach(node -> sumPattern.share(
                        node.index(),
                        shares(node, among, units),
                        table.tellsShares(node.key().position())));
        for (Lattice.Node node : sums.nodes()) {
            if (!node.told()) {
                continue;
            }
            countPattern.reason(counts.node(node.key()).index()).ifPresent(reason -> {
                sumPattern.hide(node.index(), reason);
                sensitive[node.index()] = node.owner() != null
                        && node.value() > 0
                        && policy.isSmall(counts.node(node.key()).value());
            });
            if (sumPattern.isShown(node.index())
                    && node.cell().isDominated(node.key().name(), policy.dominance())) {
                sensitive[node.index()] = true;
                sumPattern.hide(node.index(), Reason.DOMINANCE);
            }
        }
        new Protection(
                        sums,
                        sumPattern,
                        false,
                        node -> Math.max(1, sums.node(node).value() / 10))
                        .protect(
                                node -> sensitive[node],
                                node -> sums.node(node).owner() == null ? 0 : policy.coalition())
                        .stream()
                        .filter(node -> sensitive[node])
                        .forEach(node -> unprotected.add(sums.node(node).key()));
    }

    private static List<String> summed(Table table) {
        return table.positions().stream()
                .flatMap(position -> table.cell(position).sums().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    /** Of people who are in a set of which sums are told, and not in a subset of which they are too, the sums can be computed. */
    private List<Breakdown> among(List<String> summed) {
        return table.breakdowns().stream()
                .filter(breakdown -> summed.contains(breakdown.whole())
                        && breakdown.parts().stream().anyMatch(summed::contains))
                .map(breakdown -> new Breakdown(
                        breakdown.whole(),
                        breakdown.parts().stream().filter(summed::contains).toList(),
                        breakdown.exhaustive() && summed.containsAll(breakdown.parts())))
                .toList();
    }

    /** Contributions in about a million units, so that they add up exactly as whole numbers. */
    private static Lattice.Units units(Table table, List<String> summed) {
        BigDecimal largest = summed.stream()
                .flatMap(name -> table.positions().stream()
                        .map(position -> table.cell(position).absolute(name)))
                .reduce(BigDecimal.ONE, BigDecimal::max);
        int scale = Math.max(0, LARGEST_UNITS.precision() - (largest.precision() - largest.scale()));
        return (cell, name) -> cell.absolute(name)
                .movePointRight(scale)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** For whom it is. */
    public Recipient recipient() {
        return recipient;
    }

    /** What may be seen at a place; zeros where the table has no cell. */
    public DisclosedCell cell(Position position) {
        return new DisclosedCell(
                recipient.policy(),
                table.cell(position),
                name -> count(position, name),
                name -> hidden(position, name),
                recipient.seesAllOf(table.ownerOf(position)));
    }

    /** What is told of a count; empty when it is not in the table. For releases that come later. */
    public Optional<Told> told(Position position, String count) {
        return table.positions().contains(position) && table.counts().contains(count) && table.tells(position)
                ? Optional.of(countPattern.told(
                        counts.node(new Lattice.Key(position, count)).index()))
                : Optional.empty();
    }

    /** Numbers that could be computed all the same, because of what was shown earlier; a release with any of them must not leave. */
    public Set<String> unprotected() {
        return unprotected.stream()
                .map(key -> key.name() + " at " + key.position())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many counts there are and how many are lost. */
    public Losses losses() {
        return Losses.of(counts, countPattern);
    }

    private Disclosed count(Position position, String name) {
        long value = table.cell(position).count(name);
        if (!table.positions().contains(position)) {
            return shown(BigDecimal.ZERO);
        }
        if (recipient.seesAllOf(table.ownerOf(position))) {
            return new Disclosed.Shown(BigDecimal.valueOf(value));
        }
        Lattice.Node node = counts.node(new Lattice.Key(position, name));
        return countPattern
                .reason(node.index())
                .<Disclosed>map(reason -> new Disclosed.Suppressed(reason, countPattern.below(node.index())))
                .orElseGet(() -> shown(BigDecimal.valueOf(value)));
    }

    private Disclosed shown(BigDecimal count) {
        BigDecimal base = BigDecimal.valueOf(recipient.policy().roundingBase());
        return base.compareTo(BigDecimal.ONE) <= 0
                ? new Disclosed.Shown(count)
                : new Disclosed.Rounded(
                        count.divide(base, 0, RoundingMode.HALF_UP).multiply(base), base);
    }

    /** Why sums over a count are hidden, if they are. */
    private Optional<Reason> hidden(Position position, String summed) {
        if (recipient.seesAllOf(table.ownerOf(position)) || !table.positions().contains(position)) {
            return Optional.empty();
        }
        Lattice.Key key = new Lattice.Key(position, summed);
        // Without anybody to add up there are no sums, and whether there is anybody is a count.
        return sums.find(key)
                .map(node -> sumPattern.reason(node.index()))
                .orElseGet(() -> countPattern.reason(counts.node(key).index()));
    }

    /** What an attacker can calculate with, for tests that attack. */
    Lattice lattice() {
        return counts;
    }

    /** What is hidden, for the same tests. */
    Pattern pattern() {
        return countPattern;
    }

    /** The same of sums. */
    Lattice sumLattice() {
        return sums;
    }

    /** The same of sums. */
    Pattern sumPattern() {
        return sumPattern;
    }
}
