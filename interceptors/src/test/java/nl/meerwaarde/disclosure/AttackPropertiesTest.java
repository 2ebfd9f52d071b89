package nl.meerwaarde.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
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

/** Random tables are released and attacked: whatever is hidden keeps as many possible values as the policy promises. */
class AttackPropertiesTest {
    /** A table, and its finest cells as the attacker will have to guess them. */
    record Case(Table table, Map<Position, Cell> finest, int organizations) {
        static Case of(Table.Builder table, Map<Position, Cell> finest, int organizations) {
            finest.forEach(table::add);
            return new Case(table.build(), finest, organizations);
        }

        @Override
        public String toString() {
            return finest.toString();
        }
    }

    @Property(tries = 60)
    void marginsGiveNothingAway(@ForAll("margins") Case table) {
        attack(table, Policies.alone(), List.of(Set.of()));
    }

    @Property(tries = 40)
    void whatTwoOrganizationsKnowTogetherGivesNothingAway(@ForAll("margins") Case table) {
        attack(table, Policies.open(), coalitions(table.organizations()));
    }

    @Property(tries = 40)
    void stepsOfAChainGiveNothingAway(@ForAll("chains") Case table) {
        attack(table, Policies.alone(), List.of(Set.of()));
    }

    @Property(tries = 30)
    void partsOfAWholeGiveNothingAway(@ForAll("parts") Case table) {
        attack(
                table,
                Policies.coalition(1),
                coalitions(table.organizations()).stream()
                        .filter(group -> group.size() < 2)
                        .toList());
    }

    @Property(tries = 30)
    void quartersAndTheYearGiveNothingAway(@ForAll("quarters") Case table) {
        attack(table, Policies.alone(), List.of(Set.of()));
    }

    /** The year came first, by itself; then the quarters of it. */
    @Property(tries = 30)
    void aLaterReleaseGivesNothingOfAnEarlierOneAway(@ForAll("quarters") Case table) {
        Table.Builder years = Table.of("n").ownedBy("organization").by().by("organization");
        table.finest().forEach(years::add);
        Release year = Release.of(Recipient.of(Policies.alone()), years.build());
        Earlier earlier = (position, count) ->
                position.values().containsKey("quarter") ? java.util.Optional.empty() : year.told(position, count);
        Release both = Release.of(Recipient.of(Policies.alone()), table.table(), earlier);

        assertThat(both.unprotected()).isEmpty();
        years(table.table())
                .forEach(position -> assertThat(both.cell(position).count("n").value())
                        .isEqualTo(year.cell(position).count("n").value()));
        attack(table, Policies.alone(), List.of(both), List.of(Set.of()));
    }

    /** It may ask for any period of its own: it knows its own part of every quarter. */
    @Property(tries = 25)
    void whatAnOrganizationKnowsOfItsOwnPeriodsGivesNothingAway(@ForAll("quarters") Case table) {
        attack(
                table,
                Policies.coalition(1),
                coalitions(table.organizations()).stream()
                        .filter(group -> group.size() < 2)
                        .toList());
    }

    /** By quarters for organisations, by rules less strict than those of the year that everybody sees. */
    @Property(tries = 200)
    void whatThePublicSeesGivesNothingAwayToAnOrganization(@ForAll("margins") Case table) {
        Release open = Release.of(Recipient.of(Policies.coalition(1)), table.table());
        RecipientPolicy own = Policies.with(6, 4, 1);
        Release theirs = Release.of(Recipient.of(own), table.table(), open::told);

        assertThat(theirs.unprotected()).isEmpty();
        attack(
                table,
                own,
                List.of(theirs, open),
                coalitions(table.organizations()).stream()
                        .filter(group -> group.size() < 2)
                        .toList());
    }

    /** Told under both rules without looking at each other, something comes out: what these tests find nothing of. */
    @Example
    void withoutLookingAtWhatIsPublicTheAttackerFindsSomething() {
        RecipientPolicy own = Policies.with(6, 4, 1);
        assertThat(margins().sampleStream().limit(60))
                .anySatisfy(table -> assertThatThrownBy(() -> attack(
                                table,
                                own,
                                List.of(
                                        Release.of(Recipient.of(own), table.table()),
                                        Release.of(Recipient.of(Policies.coalition(1)), table.table())),
                                coalitions(table.organizations()).stream()
                                        .filter(group -> group.size() < 2)
                                        .toList()))
                        .isInstanceOf(AssertionError.class));
    }

    private static Stream<Position> years(Table table) {
        return table.positions().stream().filter(position -> !position.values().containsKey("quarter"));
    }

    /** What is shown is the truth. */
    @Property(tries = 100)
    void whatIsShownIsTrue(@ForAll("parts") Case table) {
        Release release = Release.of(Recipient.of(Policies.open()), table.table());
        table.table()
                .positions()
                .forEach(position -> table.table().counts().forEach(name -> {
                    Disclosed seen = release.cell(position).count(name);
                    long truth = table.table().cell(position).count(name);
                    seen.value()
                            .ifPresent(
                                    value -> assertThat(value.longValueExact()).isEqualTo(truth));
                    assertThat(seen.value().isPresent() && Policies.open().isSmall(truth))
                            .isFalse();
                }));
    }

    private static void attack(Case table, RecipientPolicy policy, List<Set<String>> coalitions) {
        Release release = Release.of(Recipient.of(policy), table.table());
        assertThat(release.unprotected()).isEmpty();
        attack(table, policy, List.of(release), coalitions);
    }

    /** @param releases all of which the attacker has; what is hidden is what the first of them hides and none shows */
    private static void attack(
            Case table, RecipientPolicy policy, List<Release> releases, List<Set<String>> coalitions) {
        Release release = releases.get(0);
        Attacker attacker = new Attacker(table.table(), table.finest(), releases);
        for (Position position : table.table().positions()) {
            for (String name : table.table().counts()) {
                Disclosed seen = release.cell(position).count(name);
                long truth = table.table().cell(position).count(name);
                // Nobody is behind a zero.
                if (seen instanceof Disclosed.Suppressed && truth > 0) {
                    String owner = String.valueOf(table.table().ownerOf(position));
                    // Together they know more of numbers that are large: only small ones are kept from them.
                    boolean small = policy.isSmall(truth);
                    coalitions.stream()
                            .filter(helping -> helping.isEmpty() || (small && !helping.contains(owner)))
                            .filter(helping -> attacker.knownTo(helping, position, name) < truth)
                            .forEach(helping -> {
                                Attacker.Bounds bounds = attacker.bounds(position, name, helping);
                                assertThat(bounds.most() - bounds.least())
                                        .as("%s at %s with %s: %s", name, position, helping, bounds)
                                        .isGreaterThanOrEqualTo(policy.spread());
                            });
                }
            }
            attackRests(table, policy, attacker, position);
        }
    }

    /** Nobody shows a rest; when it is small it must not be computable either. */
    private static void attackRests(Case table, RecipientPolicy policy, Attacker attacker, Position position) {
        for (Breakdown breakdown : table.table().breakdowns()) {
            Cell cell = table.table().cell(position);
            if (!breakdown.exhaustive() && policy.isSmall(Lattice.rest(breakdown, cell::count))) {
                Attacker.Bounds bounds = attacker.bounds(position, breakdown.whole(), breakdown.parts(), Set.of());
                assertThat(bounds.most() - bounds.least())
                        .as("%s at %s: %s", breakdown.rest(), position, bounds)
                        .isGreaterThanOrEqualTo(policy.spread());
            }
        }
    }

    private static List<Set<String>> coalitions(int organizations) {
        List<Set<String>> coalitions = new ArrayList<>(List.of(Set.of()));
        for (int a = 0; a < organizations; a++) {
            coalitions.add(Set.of("o" + a));
            for (int b = a + 1; b < organizations; b++) {
                coalitions.add(Set.of("o" + a, "o" + b));
            }
        }
        return coalitions;
    }

    /** By organisation, sex and age. */
    @Provide
    Arbitrary<Case> margins() {
        return Combinators.combine(Arbitraries.integers().between(2, 5), counts(5 * 2 * 2))
                .as((organizations, counts) -> {
                    Map<Position, Cell> finest = new LinkedHashMap<>();
                    positions(organizations, "sex", "age")
                            .forEach(position -> finest.put(position, Cell.of(Map.of("n", counts.get(finest.size())))));
                    return Case.of(
                            Table.of("n")
                                    .ownedBy("organization")
                                    .by()
                                    .by("organization")
                                    .by("sex")
                                    .by("age"),
                            finest,
                            organizations);
                });
    }

    /** Eligible, of whom invited, of whom paired. */
    @Provide
    Arbitrary<Case> chains() {
        return Combinators.combine(Arbitraries.integers().between(2, 4), counts(3 * 4 * 2))
                .as((organizations, counts) -> {
                    Map<Position, Cell> finest = new LinkedHashMap<>();
                    positions(organizations, "sex").forEach(position -> {
                        int i = 3 * finest.size();
                        long paired = 2 * counts.get(i);
                        long invited = paired + counts.get(i + 1) / 4;
                        long eligible = invited + counts.get(i + 2) / 4;
                        finest.put(
                                position, Cell.of(Map.of("eligible", eligible, "invited", invited, "paired", paired)));
                    });
                    return Case.of(
                            Table.of("eligible", "invited", "paired")
                                    .divided(Breakdown.of("eligible", "invited"))
                                    .divided(Breakdown.of("invited", "paired"))
                                    .ownedBy("organization")
                                    .by()
                                    .by("organization")
                                    .by("sex"),
                            finest,
                            organizations);
                });
    }

    /** Improved, unchanged and worsened, and how many got far enough. */
    @Provide
    Arbitrary<Case> parts() {
        return Combinators.combine(Arbitraries.integers().between(2, 4), counts(4 * 4 * 2))
                .as((organizations, counts) -> {
                    Map<Position, Cell> finest = new LinkedHashMap<>();
                    positions(organizations, "sex").forEach(position -> {
                        int i = 4 * finest.size();
                        long improved = counts.get(i) + counts.get(i + 3);
                        long unchanged = counts.get(i + 1) / 3;
                        long worsened = counts.get(i + 2) / 3;
                        finest.put(
                                position,
                                Cell.of(Map.of(
                                        "n",
                                        improved + unchanged + worsened,
                                        "improved",
                                        improved,
                                        "unchanged",
                                        unchanged,
                                        "worsened",
                                        worsened,
                                        "reached",
                                        counts.get(i))));
                    });
                    return Case.of(
                            Table.of("n", "improved", "unchanged", "worsened", "reached")
                                    .divided(Breakdown.into("n", "improved", "unchanged", "worsened"))
                                    .divided(Breakdown.of("improved", "reached"))
                                    .ownedBy("organization")
                                    .by()
                                    .by("organization")
                                    .by("sex"),
                            finest,
                            organizations);
                });
    }

    /** By quarter, and by quarter and organisation. */
    @Provide
    Arbitrary<Case> quarters() {
        return Combinators.combine(Arbitraries.integers().between(2, 4), counts(4 * 3))
                .as((organizations, counts) -> {
                    Map<Position, Cell> finest = new LinkedHashMap<>();
                    for (int organization = 0; organization < organizations; organization++) {
                        for (int quarter = 1; quarter <= 3; quarter++) {
                            finest.put(
                                    Position.of(Map.of("organization", "o" + organization, "quarter", "q" + quarter)),
                                    Cell.of(Map.of("n", counts.get(finest.size()))));
                        }
                    }
                    return Case.of(
                            Table.of("n")
                                    .ownedBy("organization")
                                    .by()
                                    .by("organization")
                                    .by("quarter")
                                    .by("quarter", "organization"),
                            finest,
                            organizations);
                });
    }

    private static Arbitrary<List<Long>> counts(int size) {
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(4, Arbitraries.just(0L)),
                        net.jqwik.api.Tuple.of(5, Arbitraries.longs().between(1, 6)),
                        net.jqwik.api.Tuple.of(3, Arbitraries.longs().between(7, 40)))
                .list()
                .ofSize(size);
    }

    private static List<Position> positions(int organizations, String... halves) {
        return IntStream.range(0, organizations)
                .mapToObj(organization -> Position.of("organization", "o" + organization))
                .flatMap(position -> halved(position, List.of(halves)))
                .toList();
    }

    private static Stream<Position> halved(Position position, List<String> dimensions) {
        return dimensions.isEmpty()
                ? Stream.of(position)
                : Stream.of("a", "b")
                        .flatMap(value -> halved(
                                position.with(dimensions.get(0), value), dimensions.subList(1, dimensions.size())));
    }
}
