package nl.meerwaarde.disclosure;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Somebody who has a release, knows how its table is made, the policy, and perhaps the numbers of some organisations, and bounds what is hidden. Reasons
 * about the finest cells, by linear programming; knows nothing of how the release was made.
 */
final class Attacker {
    private final Table table;
    private final List<Position> finest;
    private final Set<String> names = new LinkedHashSet<>();
    private final Map<Position, Cell> truth;
    private final List<Release> releases;

    /** @param truth the finest cells: the attacker knows where they are, of organisations that help also what is in them */
    Attacker(Table table, Map<Position, Cell> truth, List<Release> releases) {
        this.table = table;
        this.truth = truth;
        this.finest = List.copyOf(truth.keySet());
        this.releases = List.copyOf(releases);
        names.addAll(table.counts());
        table.breakdowns().forEach(breakdown -> {
            names.add(breakdown.whole());
            names.addAll(breakdown.parts());
        });
    }

    /** What a number can be. */
    record Bounds(long least, long most) {}

    /** The bounds of a count that the release hides, when some organisations help with their own numbers. */
    Bounds bounds(Position position, String name, Set<String> helping) {
        return new Bounds(
                extreme(position, List.of(name), List.of(), helping, true),
                extreme(position, List.of(name), List.of(), helping, false));
    }

    /** The same of a count less others. */
    Bounds bounds(Position position, String name, List<String> less, Set<String> helping) {
        return new Bounds(
                extreme(position, List.of(name), less, helping, true),
                extreme(position, List.of(name), less, helping, false));
    }

    /** How much of a count the helping organisations have themselves. */
    long knownTo(Set<String> helping, Position position, String name) {
        return covered(position).stream()
                .filter(cell -> helping.contains(String.valueOf(table.ownerOf(cell))))
                .mapToLong(cell -> truth.get(cell).count(name))
                .sum();
    }

    private long extreme(Position position, List<String> more, List<String> less, Set<String> helping, boolean least) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Map<Position, Map<String, Variable>> people = new LinkedHashMap<>();
        for (Position cell : finest) {
            Map<String, Variable> here = new LinkedHashMap<>();
            names.forEach(name -> here.put(
                    name, model.newVariable(name + " at " + cell).lower(0).upper(100_000)));
            people.put(cell, here);
            String owner = table.ownerOf(cell);
            if (owner != null && helping.contains(owner)) {
                here.forEach((name, variable) -> variable.level(truth.get(cell).count(name)));
            }
            table.breakdowns().forEach(breakdown -> {
                Expression rest = model.newExpression("rest " + breakdown + cell);
                rest.set(here.get(breakdown.whole()), 1);
                breakdown.parts().forEach(part -> rest.set(here.get(part), -1));
                if (breakdown.exhaustive()) {
                    rest.level(0);
                } else {
                    rest.lower(0);
                }
            });
        }
        for (Release release : releases) {
            for (Position place : table.positions()) {
                if (table.tells(place)) {
                    table.counts().forEach(name -> know(model, people, release, place, name));
                }
            }
        }
        Expression wanted = model.newExpression("wanted").weight(1);
        covered(position).forEach(cell -> {
            more.forEach(name -> wanted.add(people.get(cell).get(name), 1));
            less.forEach(name -> wanted.add(people.get(cell).get(name), -1));
        });
        Optimisation.Result result = least ? model.minimise() : model.maximise();
        if (!result.getState().isFeasible()) {
            throw new AssertionError("No table fits what was released: " + result.getState());
        }
        return (long) (least ? Math.ceil(result.getValue() - 1e-6) : Math.floor(result.getValue() + 1e-6));
    }

    private void know(
            ExpressionsBasedModel model,
            Map<Position, Map<String, Variable>> people,
            Release release,
            Position place,
            String name) {
        Expression sum = model.newExpression(release.hashCode() + name + " at " + place);
        covered(place).forEach(cell -> sum.set(people.get(cell).get(name), 1));
        Disclosed seen = release.cell(place).count(name);
        if (seen instanceof Disclosed.Shown shown) {
            sum.level(shown.number());
        } else if (seen instanceof Disclosed.Rounded rounded) {
            BigDecimal half = rounded.base().divide(BigDecimal.valueOf(2));
            sum.lower(rounded.number().subtract(half)).upper(rounded.number().add(half));
        } else if (seen instanceof Disclosed.Suppressed hidden) {
            if (hidden.reason() == Reason.PRIMARY) {
                sum.lower(1).upper(hidden.below() - 1);
            } else if (hidden.reason() != Reason.WITHHELD) {
                sum.lower(release.recipient().policy().threshold());
            }
        }
    }

    private List<Position> covered(Position place) {
        return finest.stream()
                .filter(cell ->
                        cell.values().entrySet().containsAll(place.values().entrySet()))
                .toList();
    }
}
