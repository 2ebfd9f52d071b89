package nl.meerwaarde.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whoever adds up each organisation's cells first, by one dimension after the other, gets the same table, and the same numbers hidden. */
class TableMarginsPropertiesTest {
    private static final Set<String> BY = Set.of("sex", "age");

    @Property(tries = 60)
    void marginsMakeTheSameTable(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int owners) {
        Map<Position, Cell> finest = finest(new Random(seed), owners);
        Table.Builder whole = table();
        finest.forEach(whole::add);
        Table.Builder margins = table();
        addMargins(margins, finest);

        assertSame(margins.build(), whole.build());
    }

    /** Some organisations are this server's own, others delivered. */
    @Property(tries = 60)
    void cellsAndMarginsMakeTheSameTable(@ForAll long seed, @ForAll @IntRange(min = 2, max = 5) int owners) {
        Map<Position, Cell> finest = finest(new Random(seed), owners);
        Map<Position, Cell> delivered = new LinkedHashMap<>(finest);
        delivered.keySet().removeIf(position -> "o0".equals(position.values().get("organization")));
        Table.Builder whole = table();
        finest.forEach(whole::add);
        Table.Builder mixed = table();
        finest.forEach((position, cell) -> {
            if (!delivered.containsKey(position)) {
                mixed.add(position, cell);
            }
        });
        addMargins(mixed, delivered);

        assertSame(mixed.build(), whole.build());
    }

    private static void assertSame(Table one, Table other) {
        assertThat(one.positions()).isEqualTo(other.positions());
        Release release = Release.of(Recipient.of(Policies.open()), one);
        Release expected = Release.of(Recipient.of(Policies.open()), other);
        for (Position position : other.positions()) {
            assertThat(one.cell(position)).isEqualTo(other.cell(position));
            assertThat(one.shares(position)).isEqualTo(other.shares(position));
            for (String count : other.counts()) {
                assertThat(release.cell(position).count(count))
                        .hasToString(expected.cell(position).count(count).toString());
            }
        }
    }

    private static Table.Builder table() {
        Table.Builder table = Table.of("eligible", "paired")
                .divided(Breakdown.of("eligible", "paired"))
                .ownedBy("organization");
        for (List<String> period : List.of(List.<String>of(), List.of("quarter"))) {
            table.by(period.toArray(String[]::new));
            for (String by : List.of("organization", "sex", "age")) {
                List<String> divided = new java.util.ArrayList<>(period);
                divided.add(by);
                table.by(divided.toArray(String[]::new));
            }
        }
        return table;
    }

    private static Map<Position, Cell> finest(Random random, int owners) {
        Map<Position, Cell> finest = new LinkedHashMap<>();
        for (int owner = 0; owner < owners; owner++) {
            for (String sex : List.of("f", "m")) {
                for (String age : List.of("60", "70")) {
                    for (String quarter : List.of("1", "2")) {
                        long paired = random.nextInt(30);
                        finest.put(
                                Position.of(Map.of(
                                        "organization", "o" + owner, "sex", sex, "age", age, "quarter", quarter)),
                                Cell.of(Map.of("paired", paired, "eligible", paired + random.nextInt(12))));
                    }
                }
            }
        }
        return finest;
    }

    private static void addMargins(Table.Builder table, Map<Position, Cell> finest) {
        Map<Position, Cell> totals = new TreeMap<>();
        finest.forEach(
                (position, cell) -> totals.merge(position.along(Set.of("organization", "quarter")), cell, Cell::plus));
        totals.forEach((position, cell) -> table.addMargin(position, Set.of(), cell));
        for (String by : BY) {
            Map<Position, Cell> margins = new TreeMap<>();
            finest.forEach((position, cell) ->
                    margins.merge(position.along(Set.of("organization", "quarter", by)), cell, Cell::plus));
            margins.forEach((position, cell) -> table.addMargin(position, Set.of(by), cell));
        }
    }
}
