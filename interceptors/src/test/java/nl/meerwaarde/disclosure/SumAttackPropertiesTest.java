package nl.meerwaarde.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** Sums of scores: those over few people, or dominated by one, must not follow from the sums that are told. */
class SumAttackPropertiesTest {
    private static final List<String> SETS = List.of("paired", "modelled");

    @Property(tries = 80)
    void hiddenSumsStayUncertain(@ForAll("cells") Map<Position, Cell> finest) {
        Table.Builder builder = Table.of("paired", "modelled")
                .divided(Breakdown.of("paired", "modelled"))
                .by()
                .by("organization")
                .by("sex");
        finest.forEach(builder::add);
        Table table = builder.build();
        Release release = Release.of(Recipient.of(Policies.alone()), table);

        assertThat(release.unprotected()).isEmpty();
        for (Position position : table.positions()) {
            for (String set : SETS) {
                double truth = table.cell(position).absolute(set).doubleValue();
                if (!shown(release, position, set) && truth > 0) {
                    double width = extreme(table, finest, release, position, set, false)
                            - extreme(table, finest, release, position, set, true);
                    assertThat(width).as("%s at %s", set, position).isGreaterThan(0.1 * truth);
                }
            }
        }
    }

    private static boolean shown(Release release, Position position, String set) {
        return release.cell(position).isExact(List.of(), List.of(set));
    }

    /** Scores are not negative; nothing else is known of them. */
    private static double extreme(
            Table table, Map<Position, Cell> finest, Release release, Position wanted, String set, boolean least) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Map<Position, Map<String, Variable>> sums = new LinkedHashMap<>();
        finest.keySet().forEach(cell -> {
            Map<String, Variable> here = new LinkedHashMap<>();
            SETS.forEach(name ->
                    here.put(name, model.newVariable(name + cell).lower(0).upper(1_000_000)));
            model.newExpression("rest" + cell)
                    .set(here.get("paired"), 1)
                    .set(here.get("modelled"), -1)
                    .lower(0);
            sums.put(cell, here);
        });
        for (Position position : table.positions()) {
            for (String name : SETS) {
                if (shown(release, position, name)) {
                    Expression told = model.newExpression(name + " at " + position)
                            .level(table.cell(position).absolute(name));
                    covered(finest, position)
                            .forEach(cell -> told.set(sums.get(cell).get(name), 1));
                }
            }
        }
        Expression objective = model.newExpression("wanted").weight(1);
        covered(finest, wanted).forEach(cell -> objective.set(sums.get(cell).get(set), 1));
        Optimisation.Result result = least ? model.minimise() : model.maximise();
        assertThat(result.getState().isFeasible()).isTrue();
        return result.getValue();
    }

    private static List<Position> covered(Map<Position, Cell> finest, Position place) {
        return finest.keySet().stream()
                .filter(cell ->
                        cell.values().entrySet().containsAll(place.values().entrySet()))
                .toList();
    }

    /** Three hospitals, men and women; of each cell how many have an expectation, and scores of which one may be much the largest. */
    @Provide
    Arbitrary<Map<Position, Cell>> cells() {
        Arbitrary<List<Long>> people = Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(3, Arbitraries.longs().between(0, 9)),
                        net.jqwik.api.Tuple.of(7, Arbitraries.longs().between(10, 60)))
                .list()
                .ofSize(12);
        return Combinators.combine(
                        people, Arbitraries.longs().between(0, 400).list().ofSize(6))
                .as(SumAttackPropertiesTest::cells);
    }

    private static Map<Position, Cell> cells(List<Long> people, List<Long> largest) {
        Map<Position, Cell> cells = new LinkedHashMap<>();
        for (int i = 0; i < 6; i++) {
            long modelled = people.get(2 * i);
            long paired = modelled + people.get(2 * i + 1) / 5;
            long top = modelled == 0 ? 0 : largest.get(i);
            cells.put(
                    Position.of(Map.of("organization", "o" + i / 2, "sex", i % 2 == 0 ? "f" : "m")),
                    new Cell(
                            Map.of("paired", paired, "modelled", modelled),
                            Map.of(
                                    "paired",
                                    contributions(20 * paired + top, Math.max(20, top)),
                                    "modelled",
                                    contributions(20 * modelled + top, Math.max(20, top)))));
        }
        return cells;
    }

    private static List<Cell.Contributions> contributions(long absolute, long largest) {
        return List.of(
                new Cell.Contributions(BigDecimal.valueOf(absolute), BigDecimal.valueOf(Math.min(absolute, largest))));
    }
}
