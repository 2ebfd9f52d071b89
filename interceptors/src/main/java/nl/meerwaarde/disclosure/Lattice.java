package nl.meerwaarde.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Numbers and the sums that bind them: what an attacker can calculate with. */
final class Lattice {
    private final List<Node> nodes = new ArrayList<>();
    private final List<Equation> equations = new ArrayList<>();
    private final List<List<Equation>> equationsOf = new ArrayList<>();
    private final Map<Key, Node> byKey = new LinkedHashMap<>();

    /** Which number at which place. */
    record Key(Position position, String name) {}

    /**
     * A number.
     *
     * @param told whether it is shown unless suppressed; others are never shown
     * @param owner the organisation that knows it as its own, or null
     * @param cost what its loss costs
     * @param cell what stands there
     */
    record Node(
            int index,
            Key key,
            long value,
            boolean told,
            @Nullable String owner,
            double cost,
            Cell cell) {}

    /** The number {@code whole} is the sum of the {@code parts}. */
    record Equation(int whole, List<Integer> parts) {}

    /** The counts of a table, and the rests of its breakdowns. */
    static Lattice ofCounts(Table table) {
        Lattice lattice = new Lattice();
        Set<String> names = new LinkedHashSet<>(table.counts());
        for (Breakdown breakdown : table.breakdowns()) {
            names.add(breakdown.whole());
            names.addAll(breakdown.parts());
        }
        for (Position position : table.positions()) {
            Cell cell = table.cell(position);
            names.forEach(name -> lattice.add(
                    table,
                    new Key(position, name),
                    cell.count(name),
                    table.counts().contains(name)));
            table.breakdowns().forEach(breakdown -> lattice.addBreakdown(table, position, breakdown, Cell::count));
        }
        lattice.addMargins(table, names);
        return lattice;
    }

    /**
     * The sums of a table over some of its counts, in whole units of their contributions: enough to see which could be computed from others.
     *
     * @param units of a cell's sums over a count
     */
    static Lattice ofSums(Table table, List<String> names, List<Breakdown> breakdowns, Units units) {
        Lattice lattice = new Lattice();
        for (Position position : table.positions()) {
            Cell cell = table.cell(position);
            names.forEach(name -> lattice.add(table, new Key(position, name), units.of(cell, name), true));
            breakdowns.forEach(breakdown -> lattice.addBreakdown(table, position, breakdown, units));
        }
        lattice.addMargins(table, names);
        return lattice;
    }

    /** How a number is read from a cell. */
    @FunctionalInterface
    interface Units {
        long of(Cell cell, String name);
    }

    /** What is left of a whole when its parts are taken away. */
    static long rest(Breakdown breakdown, ToLongFunction<String> value) {
        return value.applyAsLong(breakdown.whole())
                - breakdown.parts().stream().mapToLong(value).sum();
    }

    private void addBreakdown(Table table, Position position, Breakdown breakdown, Units units) {
        Cell cell = table.cell(position);
        List<Integer> parts = new ArrayList<>();
        breakdown
                .parts()
                .forEach(part -> parts.add(node(new Key(position, part)).index()));
        if (!breakdown.exhaustive()) {
            long rest = rest(breakdown, name -> units.of(cell, name));
            parts.add(
                    add(table, new Key(position, breakdown.rest()), rest, false).index());
        }
        add(new Equation(node(new Key(position, breakdown.whole())).index(), parts));
    }

    /** A coarse place is the sum of the finer ones below it. */
    private void addMargins(Table table, Iterable<String> names) {
        for (Set<String> fine : table.groupings()) {
            for (Set<String> coarse : coarserNeighbours(table, fine)) {
                Map<Position, List<Position>> below = new LinkedHashMap<>();
                table.positions().stream()
                        .filter(position -> position.values().keySet().equals(fine))
                        .forEach(position -> below.computeIfAbsent(position.along(coarse), place -> new ArrayList<>())
                                .add(position));
                below.forEach((place, parts) -> names.forEach(name -> add(new Equation(
                        node(new Key(place, name)).index(),
                        parts.stream()
                                .map(part -> node(new Key(part, name)).index())
                                .toList()))));
            }
        }
    }

    private static List<Set<String>> coarserNeighbours(Table table, Set<String> fine) {
        List<Set<String>> coarser = table.groupings().stream()
                .filter(other -> other.size() < fine.size() && fine.containsAll(other))
                .sorted(Comparator.comparing(Set::toString))
                .toList();
        return coarser.stream()
                .filter(candidate -> coarser.stream()
                        .noneMatch(other -> other.size() > candidate.size() && other.containsAll(candidate)))
                .toList();
    }

    private Node add(Table table, Key key, long value, boolean told) {
        double cost = table.importance(key.name()) * (1.0 + value);
        Node node = new Node(
                nodes.size(),
                key,
                value,
                told && table.tells(key.position()),
                table.ownerOf(key.position()),
                cost,
                table.cell(key.position()));
        nodes.add(node);
        equationsOf.add(new ArrayList<>());
        byKey.put(key, node);
        return node;
    }

    private void add(Equation equation) {
        equations.add(equation);
        equationsOf.get(equation.whole()).add(equation);
        equation.parts().forEach(part -> equationsOf.get(part).add(equation));
    }

    List<Node> nodes() {
        return nodes;
    }

    Node node(int index) {
        return nodes.get(index);
    }

    Optional<Node> find(Key key) {
        return Optional.ofNullable(byKey.get(key));
    }

    Node node(Key key) {
        Node node = byKey.get(key);
        if (node == null) {
            throw new IllegalArgumentException("The table does not tell " + key.name() + " at " + key.position());
        }
        return node;
    }

    List<Equation> equations() {
        return equations;
    }

    List<Equation> equationsOf(int node) {
        return equationsOf.get(node);
    }
}
