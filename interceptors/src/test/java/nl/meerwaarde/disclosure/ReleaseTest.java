package nl.meerwaarde.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReleaseTest {
    @Test
    void largeCountsAreShown() {
        Release release = byOrganization(Policies.open(), 40, 50, 60);

        assertThat(counts(release, 3)).containsExactly("40", "50", "60", "150");
    }

    @Test
    void aSmallCountIsHiddenAndSoIsAnother() {
        Release release = byOrganization(Policies.alone(), 4, 30, 60, 80);

        assertThat(counts(release, 4)).containsExactly("<10", "complementary", "60", "80", "174");
    }

    /** Whoever reads that a number protects another takes it for ten or more: with ten exactly, four could only be less. So another one is hidden. */
    @Test
    void whatIsHiddenWithItHasRoomToBeSomethingElse() {
        assertThat(counts(byOrganization(Policies.alone(), 4, 10, 60, 80), 4))
                .containsExactly("<10", "complementary", "complementary", "80", "154");
    }

    /** One patient in all: that the other organisations have none would say who has it. */
    @Test
    void ofAGroupOfFewNothingFurtherIsTold() {
        assertThat(counts(byOrganization(Policies.alone(), 1, 0, 0), 3))
                .containsExactly("withheld", "withheld", "withheld", "<10");
    }

    @Test
    void whereTheReasonsWouldSayTooMuchTheyAreNotTold() {
        Earlier totalWasShown = (position, count) ->
                position.values().isEmpty() ? java.util.Optional.of(Told.SHOWN) : java.util.Optional.empty();
        Release release = Release.of(Recipient.of(Policies.alone()), organizations(4, 10, 0), totalWasShown);

        assertThat(counts(release, 3)).containsExactly("withheld", "withheld", "0", "14");
    }

    /** With one other hidden, that other organisation would know; with two, they would together. */
    @Test
    void organizationsThatPutTheirsTogetherLearnNothing() {
        assertThat(hidden(byOrganization(Policies.coalition(1), 4, 30, 40, 50, 60, 70, 80)))
                .hasSize(3);
        assertThat(hidden(byOrganization(Policies.coalition(2), 4, 30, 40, 50, 60, 70, 80)))
                .hasSize(4);
    }

    @Test
    void aZeroIsShown() {
        assertThat(counts(byOrganization(Policies.open(), 0, 50, 60), 3)).containsExactly("0", "50", "60", "110");
    }

    @Test
    void severalSmallOnesAreNotGivenAwayTogether() {
        Release release = byOrganization(Policies.alone(), 2, 3, 40, 50);

        assertThat(hidden(release)).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void anOrganizationSeesItsOwnNumbers() {
        Table table = organizations(4, 30, 60, 80, 90, 95);
        Release release = Release.of(new Recipient(Policies.organization(), "o0"), table);
        Release ofAnother = Release.of(new Recipient(Policies.organization(), "o1"), table);

        assertThat(release.cell(Position.of("organization", "o0")).count("n")).hasToString("4");
        assertThat(ofAnother.cell(Position.of("organization", "o0")).count("n")).hasToString("<10");
    }

    @Test
    void whoHasARightToEverythingSeesEverything() {
        assertThat(counts(byOrganization(Policies.registry(), 4, 30, 1), 3)).containsExactly("4", "30", "1", "35");
    }

    @Test
    void countsAreRoundedForWhoGetsThemRounded() {
        Release release = byOrganization(Policies.rounding(5), 43, 51, 67);

        assertThat(counts(release, 3)).containsExactly("about 45", "about 50", "about 65", "about 160");
    }

    /** 97 of 100 improved: then 3 did not, and that is a small number too. */
    @Test
    void aShareThatLeavesFewIsHidden() {
        Table table = Table.of("n", "improved")
                .divided(Breakdown.of("n", "improved"))
                .by()
                .add(Position.TOTAL, Cell.of(Map.of("n", 100L, "improved", 97L)))
                .build();
        DisclosedCell cell = Release.of(Recipient.of(Policies.open()), table).cell(Position.TOTAL);

        assertThat(Stream.of(cell.count("n"), cell.count("improved")).filter(Disclosed.Suppressed.class::isInstance))
                .hasSize(1);
    }

    @Test
    void partsThatAreFewTogetherHideTheRestOfThem() {
        Table table = Table.of("n", "improved", "unchanged", "worsened")
                .divided(Breakdown.into("n", "improved", "unchanged", "worsened"))
                .important("n", 4)
                .by()
                .add(Position.TOTAL, Cell.of(Map.of("n", 100L, "improved", 95L, "unchanged", 2L, "worsened", 3L)))
                .build();
        DisclosedCell cell = Release.of(Recipient.of(Policies.open()), table).cell(Position.TOTAL);

        assertThat(cell.count("n")).hasToString("100");
        assertThat(cell.count("improved")).hasToString("complementary");
        assertThat(cell.count("unchanged")).hasToString("<10");
        assertThat(cell.count("worsened")).hasToString("<10");
    }

    @Test
    void whatIsComputedFromHiddenNumbersIsHidden() {
        Table table = Table.of("n")
                .by()
                .add(Position.TOTAL, new Cell(Map.of("n", 4L), Map.of("n", contributions(100, 30))))
                .build();
        DisclosedCell cell = Release.of(Recipient.of(Policies.open()), table).cell(Position.TOTAL);

        assertThat(cell.derived(new BigDecimal("25"), List.of("n"), List.of("n")))
                .hasToString("primary");
        assertThat(cell.derived(new BigDecimal("25"), List.of("n"), List.of("n"))
                        .value())
                .isEmpty();
    }

    /** One person has 60 of 100 points; the number of people may be told, the mean may not. */
    @Test
    void aSumThatOnePersonDominatesIsHiddenAndSoIsAnother() {
        Table table = Table.of("n")
                .by()
                .by("sex")
                .add(Position.of("sex", "f"), new Cell(Map.of("n", 20L), Map.of("n", contributions(100, 60))))
                .add(Position.of("sex", "m"), new Cell(Map.of("n", 20L), Map.of("n", contributions(500, 40))))
                .build();
        Release release = Release.of(Recipient.of(Policies.open()), table);
        DisclosedCell women = release.cell(Position.of("sex", "f"));

        assertThat(women.count("n")).hasToString("20");
        assertThat(women.derived(BigDecimal.ONE, List.of("n"), List.of("n"))).hasToString("dominance");
        assertThat(Stream.of(release.cell(Position.of("sex", "m")), release.cell(Position.TOTAL))
                        .map(cell -> cell.derived(BigDecimal.ONE, List.of("n"), List.of("n"))
                                .toString()))
                .containsExactlyInAnyOrder("complementary", "1");
    }

    /** Three hospitals, one of them with three patients: whoever has the other two would know of these. */
    @Test
    void whatFewOrganizationsHaveIsNotToldAsATotal() {
        Table table = Table.of("n")
                .ownedBy("organization")
                .by()
                .add(Position.of("organization", "a"), Cell.of(Map.of("n", 50L)))
                .add(Position.of("organization", "b"), Cell.of(Map.of("n", 60L)))
                .add(Position.of("organization", "c"), Cell.of(Map.of("n", 3L)))
                .build();

        assertThat(Release.of(Recipient.of(Policies.open()), table)
                        .cell(Position.TOTAL)
                        .count("n"))
                .hasToString("dominance");
    }

    /** The defect of another project's first version: where one count was small, every count went. */
    @Test
    void oneSmallCountCostsFew() {
        Random random = new Random(1);
        Table.Builder table = Table.of("n")
                .ownedBy("organization")
                .by()
                .by("organization")
                .by("sex")
                .by("age");
        for (int organization = 0; organization < 40; organization++) {
            for (String sex : List.of("f", "m")) {
                for (String age : List.of("50", "60", "70", "80")) {
                    Position position = Position.of(Map.of("organization", "o" + organization, "sex", sex, "age", age));
                    long n = organization == 7 ? (sex.equals("f") && age.equals("50") ? 4 : 0) : 5 + random.nextInt(20);
                    table.add(position, Cell.of(Map.of("n", n)));
                }
            }
        }
        Losses losses = Release.of(Recipient.of(Policies.open()), table.build()).losses();

        assertThat(losses.counts()).isEqualTo(1 + 40 + 2 + 4);
        assertThat(losses.of(Reason.PRIMARY)).isEqualTo(1);
        assertThat(losses.of(Reason.COMPLEMENTARY)).isLessThanOrEqualTo(3);
    }

    /** The first quarters were told; the year must not tell the last. */
    @Test
    void aYearDoesNotTellAHiddenQuarter() {
        Table table = quarters(20, 30, 25, 3);
        Earlier threeQuarters = (position, count) -> position.values().isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(toldButTheLast(position));
        Release release = Release.of(Recipient.of(Policies.open()), table, threeQuarters);

        assertThat(release.cell(Position.TOTAL).count("n")).isInstanceOf(Disclosed.Suppressed.class);
        assertThat(release.unprotected()).isEmpty();
    }

    @Test
    void whatCannotBeHelpedAnyMoreIsSaid() {
        Release release = Release.of(
                Recipient.of(Policies.open()),
                quarters(20, 30, 25, 3),
                (position, count) -> java.util.Optional.of(toldButTheLast(position)));

        assertThat(release.unprotected()).containsExactly("n at quarter=q4");
    }

    @Test
    void theSameTableGivesTheSameRelease() {
        List<String> first = hiddenPlaces(Release.of(Recipient.of(Policies.open()), shuffled(1)));
        List<String> second = hiddenPlaces(Release.of(Recipient.of(Policies.open()), shuffled(2)));

        assertThat(second).isEqualTo(first).isNotEmpty();
    }

    /** Two reasons would say more than one: below ten for the public, six or more for others, is between six and nine. */
    @Test
    void whatIsHiddenElsewhereIsHiddenForTheSameReason() {
        Table table = organizations(8, 40, 60);
        Release open = Release.of(Recipient.of(Policies.alone()), table);
        Release theirs = Release.of(Recipient.of(Policies.with(6, 4, 1)), table, open::told);

        assertThat(counts(theirs, 3)).isEqualTo(counts(open, 3)).first().isEqualTo("<10");
        assertThat(counts(Release.of(Recipient.of(Policies.with(6, 4, 1)), table), 3))
                .first()
                .isEqualTo("8");
    }

    private static Told toldButTheLast(Position position) {
        return position.values().containsValue("q4") ? Told.hidden(Reason.PRIMARY, 10) : Told.SHOWN;
    }

    private static Table shuffled(long seed) {
        Random random = new Random(5);
        Map<Position, Cell> cells = new LinkedHashMap<>();
        for (int organization = 0; organization < 8; organization++) {
            for (String sex : List.of("f", "m")) {
                cells.put(
                        Position.of(Map.of("organization", "o" + organization, "sex", sex)),
                        Cell.of(Map.of("n", (long) random.nextInt(15))));
            }
        }
        List<Position> order = new java.util.ArrayList<>(cells.keySet());
        java.util.Collections.shuffle(order, new Random(seed));
        Table.Builder table =
                Table.of("n").ownedBy("organization").by().by("organization").by("sex");
        order.forEach(position -> table.add(position, cells.get(position)));
        return table.build();
    }

    private static List<String> hiddenPlaces(Release release) {
        return release.lattice().nodes().stream()
                .filter(node -> node.told() && !release.pattern().isShown(node.index()))
                .map(node -> node.key().toString())
                .toList();
    }

    private static Table quarters(long... counts) {
        Table.Builder table = Table.of("n").by().by("quarter");
        IntStream.range(0, counts.length)
                .forEach(i -> table.add(Position.of("quarter", "q" + (i + 1)), Cell.of(Map.of("n", counts[i]))));
        return table.build();
    }

    private static List<Cell.Contributions> contributions(long absolute, long largest) {
        return List.of(new Cell.Contributions(BigDecimal.valueOf(absolute), BigDecimal.valueOf(largest)));
    }

    private static Table organizations(long... counts) {
        Table.Builder table = Table.of("n").ownedBy("organization").by().by("organization");
        IntStream.range(0, counts.length)
                .forEach(i -> table.add(Position.of("organization", "o" + i), Cell.of(Map.of("n", counts[i]))));
        return table.build();
    }

    private static Release byOrganization(RecipientPolicy policy, long... counts) {
        return Release.of(Recipient.of(policy), organizations(counts));
    }

    private static List<String> counts(Release release, int organizations) {
        return Stream.concat(
                        IntStream.range(0, organizations).mapToObj(i -> Position.of("organization", "o" + i)),
                        Stream.of(Position.TOTAL))
                .map(position -> release.cell(position).count("n").toString())
                .toList();
    }

    private static Set<String> hidden(Release release) {
        return release.lattice().nodes().stream()
                .filter(node -> !release.pattern().isShown(node.index()))
                .map(node -> node.key().position().toString())
                .collect(java.util.stream.Collectors.toSet());
    }
}
