package nl.meerwaarde.disclosure;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Looks for other tables that fit everything an attacker knows, by linear programming. A table that is found proves that the attacker cannot exclude it;
 * it differs in few numbers, because the search looks round the number in question and takes the cheapest way. Numbers of people are whole, so a table
 * of counts is only taken when it has whole numbers.
 */
final class Alternatives {
    /** Cost of changing a hidden number: little, but enough to keep changes few. Whole numbers are quicker to solve with. */
    private static final long HIDDEN_COST = 1;

    /** Cost of changing a shown number of cost 1, because it has to be hidden then. */
    private static final long SHOWN_COST = 1_000;

    /** What it is worth to get one farther. */
    private static final long WORTH = 1_000_000;

    private static final double WHOLE = 1e-6;

    /** How many of the cheapest shown numbers of a sum are considered for hiding, and how many hidden ones for changing; then more. */
    private static final List<Integer> BREADTHS = List.of(4, 16, 1_000);

    /** About how many numbers a search looks at; then more. */
    private static final List<Integer> SIZES = List.of(60, 300, 20_000);

    private final Lattice lattice;
    private final Pattern pattern;
    private final boolean wholeNumbers;

    Alternatives(Lattice lattice, Pattern pattern, boolean wholeNumbers) {
        this.lattice = lattice;
        this.pattern = pattern;
        this.wholeNumbers = wholeNumbers;
    }

    /**
     * What kind of table is looked for.
     *
     * @param notTogether organisations of which one is missing among those who want to know the number
     * @param untouched organisations that want to know it, so that their numbers stay as they are
     * @param hiding whether shown numbers may change all the same, so that they have to be hidden
     * @param withholding whether they are then hidden without a reason that tells their size
     */
    record Search(Set<String> notTogether, Set<String> untouched, boolean hiding, boolean withholding) {}

    /** The table farthest up (or down) for a number, but no farther than {@code limit}; empty when the number cannot change at all. */
    Optional<Move> farthest(int node, long limit, boolean up, Search search) {
        Optional<Move> best = Optional.empty();
        for (int width = 0; width < SIZES.size(); width++) {
            List<Integer> around = around(node, search, width);
            Optional<Move> found = new Program(around, node, up, search).solve(limit, false);
            if (reach(found, node) > reach(best, node)) {
                best = found;
            }
            if (reach(best, node) >= limit || around.size() < SIZES.get(width)) {
                break;
            }
        }
        return best;
    }

    /** The cheapest table in which a number differs by exactly this much; empty when there is none. */
    Optional<Move> cheapest(int node, long by, boolean up, Search search) {
        for (int width = 0; width < SIZES.size(); width++) {
            Optional<Move> found = new Program(around(node, search, width), node, up, search).solve(by, true);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static long reach(Optional<Move> move, int node) {
        return move.map(found -> Math.abs(found.of(node))).orElse(0L);
    }

    /** The number and what may change with it, nearest first. */
    private List<Integer> around(int start, Search search, int width) {
        Set<Integer> seen = new LinkedHashSet<>(List.of(start));
        Deque<Integer> next = new ArrayDeque<>(List.of(start));
        while (!next.isEmpty() && seen.size() < SIZES.get(width)) {
            int node = next.remove();
            for (Lattice.Equation equation : lattice.equationsOf(node)) {
                List<Integer> members = new ArrayList<>(equation.parts());
                members.add(equation.whole());
                members.removeIf(member -> seen.contains(member)
                        || search.untouched()
                                .contains(String.valueOf(lattice.node(member).owner())));
                List<Integer> reached = new ArrayList<>(
                        choose(members, member -> !pattern.isShown(member), byRoom(search), BREADTHS.get(width)));
                if (search.hiding()) {
                    reached.addAll(choose(members, pattern::canBeHidden, byCost(), BREADTHS.get(width)));
                }
                seen.addAll(reached);
                next.addAll(reached);
            }
        }
        return List.copyOf(seen);
    }

    private static List<Integer> choose(
            List<Integer> members, IntPredicate which, Comparator<Integer> order, int most) {
        return members.stream()
                .filter(which::test)
                .sorted(order.thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .toList();
    }

    private Comparator<Integer> byCost() {
        return Comparator.comparingDouble(member -> lattice.node(member).cost());
    }

    /** Hidden numbers that can go down as well as up are the most useful. */
    private Comparator<Integer> byRoom(Search search) {
        return Comparator.comparingLong(
                member -> pattern.lower(member, search) - lattice.node(member).value());
    }

    /** One linear program: how much each number of a neighbourhood goes up or down. */
    private final class Program {
        private final ExpressionsBasedModel model = new ExpressionsBasedModel();
        private final Map<Integer, Variable> ups = new LinkedHashMap<>();
        private final Map<Integer, Variable> downs = new LinkedHashMap<>();
        private final List<Integer> members;
        private final int node;
        private final boolean up;
        private final Search search;

        Program(List<Integer> members, int node, boolean up, Search search) {
            this.members = members;
            this.node = node;
            this.up = up;
            this.search = search;
        }

        /** In units of {@code by}, because contributions to sums can be large numbers. */
        Optional<Move> solve(long by, boolean exactly) {
            long unit = wholeNumbers ? 1 : by;
            for (int member : members) {
                addVariables(member, by, unit, exactly);
            }
            addEquations();
            if (!ups.containsKey(node) && !downs.containsKey(node)) {
                return Optional.empty();
            }
            Optimisation.Result result = model.minimise();
            return result.getState().isFeasible() ? move(result, unit) : Optional.empty();
        }

        private void addVariables(int member, long by, long unit, boolean exactly) {
            long value = lattice.node(member).value();
            // Farther than this nothing needs to go, and the solver does better without infinite bounds.
            long far = 4 * by;
            long room = pattern.upper(member) == Pattern.UNBOUNDED ? far : Math.min(far, pattern.upper(member) - value);
            long depth = Math.min(far, value - pattern.lower(member, search));
            if (member == node) {
                long most = Math.min(by, up ? room : depth);
                if (most <= 0 || (exactly && most < by)) {
                    return;
                }
                Variable variable = model.newVariable("x" + member)
                        .lower(exactly ? number(by, unit) : BigDecimal.ZERO)
                        .upper(number(most, unit))
                        .weight(exactly ? 0 : -WORTH);
                (up ? ups : downs).put(member, variable);
                return;
            }
            long cost = pattern.isShown(member)
                    ? Math.round(SHOWN_COST * lattice.node(member).cost())
                    : HIDDEN_COST;
            if (room > 0) {
                ups.put(member, bounded("u" + member, room, unit, cost));
            }
            if (depth > 0) {
                downs.put(member, bounded("d" + member, depth, unit, cost));
            }
        }

        private Variable bounded(String name, long most, long unit, long cost) {
            return model.newVariable(name).lower(0).upper(number(most, unit)).weight(cost);
        }

        private static BigDecimal number(long number, long unit) {
            return unit == 1 ? BigDecimal.valueOf(number) : BigDecimal.valueOf((double) number / unit);
        }

        private void addEquations() {
            Set<Lattice.Equation> touched = new LinkedHashSet<>();
            members.forEach(member -> touched.addAll(lattice.equationsOf(member)));
            int n = 0;
            for (Lattice.Equation equation : touched) {
                Expression expression = model.newExpression("e" + n++).level(0);
                set(expression, equation.whole(), -1);
                equation.parts().forEach(part -> set(expression, part, 1));
            }
        }

        private void set(Expression expression, int member, int sign) {
            Variable more = ups.get(member);
            if (more != null) {
                expression.set(more, sign);
            }
            Variable less = downs.get(member);
            if (less != null) {
                expression.set(less, -sign);
            }
        }

        private Optional<Move> move(Optimisation.Result result, long unit) {
            SortedMap<Integer, Long> changes = new TreeMap<>();
            for (int member : members) {
                double change = (value(result, ups.get(member)) - value(result, downs.get(member)));
                long whole = Math.round(change * unit);
                if (wholeNumbers && Math.abs(change - whole) > WHOLE) {
                    return Optional.empty();
                }
                if (whole != 0) {
                    changes.put(member, whole);
                }
            }
            Move move = new Move(changes);
            return move.of(node) == 0 || (wholeNumbers && !fits(move)) ? Optional.empty() : Optional.of(move);
        }

        private double value(Optimisation.Result result, @Nullable Variable variable) {
            return variable == null ? 0 : result.doubleValue(model.indexOf(variable));
        }

        /** The solver calculates with rounding errors; what it finds is only believed after adding up. */
        private boolean fits(Move move) {
            return move.changes().keySet().stream()
                            .flatMap(member -> lattice.equationsOf(member).stream())
                            .allMatch(equation -> move.of(equation.whole())
                                    == equation.parts().stream()
                                            .mapToLong(move::of)
                                            .sum())
                    && move.changes().entrySet().stream().allMatch(change -> {
                        long value = lattice.node(change.getKey()).value() + change.getValue();
                        return value >= pattern.lower(change.getKey(), search)
                                && value <= pattern.upper(change.getKey());
                    })
                    && (search.hiding() || move.changes().keySet().stream().noneMatch(pattern::isShown));
        }
    }
}
