package nl.meerwaarde.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * What a logistic model expected, beside what there was. Fitted on these very people, with a term for their sex, it expects of women, of men, and of all exactly as
 * many as there were: an attacker who knows that must not find a hidden number by what was expected.
 */
class ExpectedAttackPropertiesTest {
    private static final String ALL = "denominator";
    private static final String EVENTS = "numerator";
    private static final int SPREAD = 4;

    @Property(tries = 60)
    void whatWasExpectedGivesNoEventsAway(@ForAll("cells") Map<Position, Cell> finest) {
        Release release = Release.of(Recipient.of(Policies.alone()), table(finest, EVENTS));

        assertThat(release.unprotected()).isEmpty();
        assertThat(narrowest(finest, table(finest, EVENTS), release, EVENTS)).isGreaterThanOrEqualTo(SPREAD);
    }

    /** As other sums are, with the number of people they go over: then it tells how many events there were. */
    @Example
    void keptWithThePeopleItWould() {
        assertThat(cells().sampleStream().limit(40)).anySatisfy(finest -> {
            Table table = table(finest, ALL);
            Release release = Release.of(Recipient.of(Policies.alone()), table);
            assertThat(narrowest(finest, table, release, ALL)).isLessThan(SPREAD);
        });
    }

    private static Table table(Map<Position, Cell> finest, String over) {
        Table.Builder builder = Table.of(ALL, EVENTS)
                .divided(Breakdown.of(ALL, EVENTS))
                .by()
                .by("organization")
                .by("sex");
        finest.forEach((position, cell) -> builder.add(
                position, new Cell(cell.counts(), Map.of(over, cell.sums().getOrDefault(EVENTS, List.of())))));
        return builder.build();
    }

    /** How far apart the bounds of a hidden number of events lie where they lie nearest. */
    private static double narrowest(Map<Position, Cell> finest, Table table, Release release, String over) {
        return table.positions().stream()
                .filter(position -> table.cell(position).count(EVENTS) > 0
                        && release.cell(position).count(EVENTS) instanceof Disclosed.Suppressed)
                .mapToDouble(position -> Math.floor(extreme(finest, table, release, over, position, false) + 1e-6)
                        - Math.ceil(extreme(finest, table, release, over, position, true) - 1e-6))
                .min()
                .orElse(Double.MAX_VALUE);
    }

    private static double extreme(
            Map<Position, Cell> finest, Table table, Release release, String over, Position wanted, boolean least) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Map<Position, Variable> people = new LinkedHashMap<>();
        Map<Position, Variable> events = new LinkedHashMap<>();
        Map<Position, Variable> expected = new LinkedHashMap<>();
        finest.keySet().forEach(cell -> {
            people.put(cell, model.newVariable("n" + cell).lower(0).upper(100_000));
            events.put(cell, model.newVariable("o" + cell).lower(0).upper(100_000));
            expected.put(cell, model.newVariable("e" + cell).lower(0).upper(100_000));
            for (Variable part : List.of(events.get(cell), expected.get(cell))) {
                model.newExpression("within" + part.getName())
                        .set(people.get(cell), 1)
                        .set(part, -1)
                        .lower(0);
            }
        });
        for (Position place : table.positions()) {
            know(sum(model, finest, place, people), release.cell(place).count(ALL));
            know(sum(model, finest, place, events), release.cell(place).count(EVENTS));
            if (release.cell(place).isExact(over.equals(ALL) ? List.of(ALL) : List.of(ALL, EVENTS), List.of(over))) {
                BigDecimal told = table.cell(place).absolute(over);
                sum(model, finest, place, expected)
                        .lower(told.subtract(new BigDecimal("0.000001")))
                        .upper(told.add(new BigDecimal("0.000001")));
            }
            if (!place.values().containsKey("organization")) {
                Expression calibrated = model.newExpression("calibrated" + place)
                        .lower(new BigDecimal("-0.000001"))
                        .upper(new BigDecimal("0.000001"));
                covered(finest, place).forEach(cell -> {
                    calibrated.set(events.get(cell), 1);
                    calibrated.set(expected.get(cell), -1);
                });
            }
        }
        Expression objective = sum(model, finest, wanted, events).weight(1);
        assertThat(objective.isObjective()).isTrue();
        Optimisation.Result result = least ? model.minimise() : model.maximise();
        assertThat(result.getState().isFeasible()).isTrue();
        return result.getValue();
    }

    private static Expression sum(
            ExpressionsBasedModel model, Map<Position, Cell> finest, Position place, Map<Position, Variable> numbers) {
        Expression sum = model.newExpression("sum " + model.countExpressions());
        covered(finest, place).forEach(cell -> sum.set(numbers.get(cell), 1));
        return sum;
    }

    private static void know(Expression sum, Disclosed seen) {
        if (seen instanceof Disclosed.Shown shown) {
            sum.level(shown.number());
        } else if (seen instanceof Disclosed.Suppressed hidden) {
            if (hidden.reason() == Reason.PRIMARY) {
                sum.lower(1).upper(hidden.below() - 1);
            } else if (hidden.reason() != Reason.WITHHELD) {
                sum.lower(10);
            }
        }
    }

    private static List<Position> covered(Map<Position, Cell> finest, Position place) {
        return finest.keySet().stream()
                .filter(cell ->
                        cell.values().entrySet().containsAll(place.values().entrySet()))
                .toList();
    }

    /** Three hospitals, women and men; of each sex the same share is expected in every hospital. */
    @Provide
    Arbitrary<Map<Position, Cell>> cells() {
        return Combinators.combine(
                        Arbitraries.longs().between(15, 80).list().ofSize(6),
                        Arbitraries.frequencyOf(
                                        Tuple.of(3, Arbitraries.longs().between(0, 4)),
                                        Tuple.of(4, Arbitraries.longs().between(5, 15)))
                                .list()
                                .ofSize(6))
                .as(ExpectedAttackPropertiesTest::cells);
    }

    private static Map<Position, Cell> cells(List<Long> people, List<Long> events) {
        Map<Position, Cell> cells = new LinkedHashMap<>();
        for (int i = 0; i < 6; i++) {
            int sex = i % 2;
            BigDecimal happened = BigDecimal.valueOf(events.get(sex) + events.get(sex + 2) + events.get(sex + 4));
            BigDecimal there = BigDecimal.valueOf(people.get(sex) + people.get(sex + 2) + people.get(sex + 4));
            BigDecimal probability = happened.divide(there, 12, RoundingMode.HALF_UP);
            cells.put(
                    Position.of(Map.of("organization", "o" + i / 2, "sex", sex == 0 ? "f" : "m")),
                    new Cell(
                            Map.of(ALL, people.get(i), EVENTS, events.get(i)),
                            Map.of(
                                    EVENTS,
                                    List.of(new Cell.Contributions(
                                            probability.multiply(BigDecimal.valueOf(people.get(i))), probability)))));
        }
        return cells;
    }
}
