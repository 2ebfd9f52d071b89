package nl.meerwaarde.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
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
                    double width = width(table, finest, release, position, set, Set.of());
                    assertThat(width).as("%s at %s", set, position).isGreaterThan(0.1 * truth);
                }
            }
        }
    }

    /** What two organisations add of their own: of a third the sums over few people, or dominated by one, stay uncertain. */
    @Property(tries = 40)
    void ofAThirdHiddenSumsStayUncertainForTwoTogether(@ForAll("owned") Map<Position, Cell> finest) {
        Table table = owned(finest);
        Release release = Release.of(Recipient.of(Policies.open()), table);

        assertThat(release.unprotected()).isEmpty();
        attackOfTwo(table, finest, release);
    }

    /** Protected from nobody together, the same attack finds something. */
    @Example
    void protectedFromNobodyTogetherTheAttackerFindsSomething() {
        assertThat(owned().sampleStream().limit(40))
                .anySatisfy(finest -> assertThatThrownBy(() -> attackOfTwo(
                                owned(finest), finest, Release.of(Recipient.of(Policies.alone()), owned(finest))))
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("known to"));
    }

    private static Table owned(Map<Position, Cell> finest) {
        Table.Builder builder = Table.of("paired", "modelled")
                .divided(Breakdown.of("paired", "modelled"))
                .ownedBy("organization")
                .by()
                .by("organization")
                .by("sex");
        finest.forEach(builder::add);
        return builder.build();
    }

    private static void attackOfTwo(Table table, Map<Position, Cell> finest, Release release) {
        for (Position position : table.positions()) {
            String owner = table.ownerOf(position);
            for (String set : owner == null ? List.<String>of() : SETS) {
                Cell cell = table.cell(position);
                double truth = cell.absolute(set).doubleValue();
                boolean sensitive = Policies.open().isSmall(cell.count(set)) || cell.isDominated(set, 0.5);
                if (sensitive && truth > 0 && !shown(release, position, set)) {
                    pairs(table, String.valueOf(owner))
                            .forEach(pair -> assertThat(width(table, finest, release, position, set, pair))
                                    .as("%s at %s known to %s", set, position, pair)
                                    .isGreaterThan(0.09 * truth));
                }
            }
        }
    }

    private static List<Set<String>> pairs(Table table, String owner) {
        List<String> others = table.positions().stream()
                .map(table::ownerOf)
                .filter(Objects::nonNull)
                .filter(other -> !other.equals(owner))
                .distinct()
                .toList();
        return others.stream()
                .flatMap(one -> others.stream()
                        .filter(other -> one.compareTo(other) < 0)
                        .map(other -> Set.of(one, other)))
                .toList();
    }

    private static double width(
            Table table,
            Map<Position, Cell> finest,
            Release release,
            Position position,
            String set,
            Set<String> helping) {
        return extreme(table, finest, release, position, set, helping, false)
                - extreme(table, finest, release, position, set, helping, true);
    }

    private static boolean shown(Release release, Position position, String set) {
        return release.cell(position).isExact(List.of(), List.of(set));
    }

    /** Scores are not negative; nothing else is known of them. */
    private static double extreme(
            Table table,
            Map<Position, Cell> finest,
            Release release,
            Position wanted,
            String set,
            Set<String> helping,
            boolean least) {
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
            if (helping.contains(String.valueOf(table.ownerOf(cell)))) {
                here.forEach((name, variable) -> variable.level(finest.get(cell).absolute(name)));
            }
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

    /** Four hospitals, so that of two there are others; often somebody has much the most. */
    @Provide
    Arbitrary<Map<Position, Cell>> owned() {
        return cells(8, 3_000);
    }

    /** Three hospitals, men and women; of each cell how many have an expectation, and scores of which one may be much the largest. */
    @Provide
    Arbitrary<Map<Position, Cell>> cells() {
        return cells(6, 400);
    }

    private static Arbitrary<Map<Position, Cell>> cells(int places, long top) {
        Arbitrary<List<Long>> people = Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(3, Arbitraries.longs().between(0, 9)),
                        net.jqwik.api.Tuple.of(7, Arbitraries.longs().between(10, 60)))
                .list()
                .ofSize(2 * places);
        return Combinators.combine(
                        people, Arbitraries.longs().between(0, top).list().ofSize(places))
                .as(SumAttackPropertiesTest::cells);
    }

    private static Map<Position, Cell> cells(List<Long> people, List<Long> largest) {
        Map<Position, Cell> cells = new LinkedHashMap<>();
        for (int i = 0; i < largest.size(); i++) {
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
