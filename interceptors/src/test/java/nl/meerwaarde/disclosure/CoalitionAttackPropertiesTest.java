package nl.meerwaarde.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Two organisations put together everything each receives: the release, and their own numbers exactly, divided by everything at once, in every period. (They are told less: their own strata
 * by one thing at a time.) Nothing small that is hidden of others comes out narrower than the policy promises, nor does a small rest that nobody tells.
 */
class CoalitionAttackPropertiesTest {
    private static final RecipientPolicy POLICY = Policies.open();

    /** The chain and its outcomes, by organisation and sex, in each half of the year and in the year. */
    record Case(Table table, Map<Position, Cell> finest, List<String> organizations) {
        @Override
        public String toString() {
            return finest.toString();
        }
    }

    @Property(tries = 12)
    void twoOrganizationsLearnNothingOfAThird(@ForAll("everything") Case table) {
        Release release = Release.of(Recipient.of(POLICY), table.table());
        assertThat(release.unprotected()).isEmpty();
        attack(table, release);
    }

    /** Hidden from everybody alone, and not from two together: what the property finds nothing of. */
    @Example
    void protectedFromNobodyTogetherTheAttackerFindsSomething() {
        assertThat(everything().sampleStream().limit(40))
                .anySatisfy(table -> assertThatThrownBy(
                                () -> attack(table, Release.of(Recipient.of(Policies.alone()), table.table())))
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("known to"));
    }

    private static void attack(Case table, Release release) {
        Attacker attacker = new Attacker(table.table(), table.finest(), List.of(release));
        List<Set<String>> pairs = pairs(table.organizations());
        for (Position position : table.table().positions()) {
            Cell cell = table.table().cell(position);
            table.table().counts().stream()
                    .filter(name -> release.cell(position).count(name) instanceof Disclosed.Suppressed)
                    .filter(name -> POLICY.isSmall(cell.count(name)))
                    .forEach(name -> pairs.stream()
                            .filter(pair -> attacker.knownTo(pair, position, name) < cell.count(name))
                            .forEach(pair -> isWide(name, position, pair, attacker.bounds(position, name, pair))));
            table.table().breakdowns().stream()
                    .filter(breakdown -> !breakdown.exhaustive())
                    .filter(breakdown -> POLICY.isSmall(Lattice.rest(breakdown, cell::count)))
                    .forEach(breakdown -> pairs.stream()
                            .filter(pair -> Lattice.rest(breakdown, name -> attacker.knownTo(pair, position, name))
                                    < Lattice.rest(breakdown, cell::count))
                            .forEach(pair -> isWide(
                                    breakdown.rest(),
                                    position,
                                    pair,
                                    attacker.bounds(position, breakdown.whole(), breakdown.parts(), pair))));
        }
    }

    private static void isWide(String what, Position position, Set<String> pair, Attacker.Bounds bounds) {
        assertThat(bounds.most() - bounds.least())
                .as("%s at %s known to %s: %s", what, position, pair, bounds)
                .isGreaterThanOrEqualTo(POLICY.spread());
    }

    private static List<Set<String>> pairs(List<String> organizations) {
        return organizations.stream()
                .flatMap(one -> organizations.stream()
                        .filter(other -> one.compareTo(other) < 0)
                        .map(other -> Set.of(one, other)))
                .toList();
    }

    @Provide
    Arbitrary<Case> everything() {
        Arbitrary<Long> count = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, Arbitraries.just(0L)),
                net.jqwik.api.Tuple.of(5, Arbitraries.longs().between(1, 6)),
                net.jqwik.api.Tuple.of(4, Arbitraries.longs().between(7, 40)));
        return Combinators.combine(
                        Arbitraries.integers().between(3, 4), count.list().ofSize(4 * 4 * 4))
                .as(CoalitionAttackPropertiesTest::everything);
    }

    private static Case everything(int organizations, List<Long> counts) {
        Map<Position, Cell> finest = new LinkedHashMap<>();
        List<String> names =
                IntStream.range(0, organizations).mapToObj(i -> "o" + i).toList();
        names.forEach(organization -> Stream.of("h1", "h2")
                .forEach(half -> Stream.of("f", "m").forEach(sex -> {
                    int i = 4 * finest.size();
                    long improved = counts.get(i);
                    long paired = improved + counts.get(i + 1) / 3;
                    long invited = paired + counts.get(i + 2) / 4;
                    finest.put(
                            Position.of(Map.of("organization", organization, "half", half, "sex", sex)),
                            Cell.of(Map.of(
                                    "eligible", invited + counts.get(i + 3) / 4,
                                    "invited", invited,
                                    "paired", paired,
                                    "improved", improved)));
                })));
        Table.Builder table = Table.of("eligible", "invited", "paired", "improved")
                .divided(Breakdown.of("eligible", "invited"))
                .divided(Breakdown.of("invited", "paired"))
                .divided(Breakdown.of("paired", "improved"))
                .ownedBy("organization")
                .by()
                .by("organization")
                .by("sex")
                .by("half")
                .by("half", "organization")
                .by("half", "sex");
        finest.forEach(table::add);
        return new Case(table.build(), finest, names);
    }
}
