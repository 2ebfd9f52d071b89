package nl.meerwaarde.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What suppression costs on a table like a country's: the figures of docs/disclosure.md come from here. */
class LossesTest {
    private static final Map<String, Double> AGES = Map.of("50", .12, "60", .28, "70", .37, "80", .2, "90", .03);

    @Test
    void theNumbersThatFiguresStandOnAreNotLost() {
        Release release = Release.of(Recipient.of(Policies.open()), hospitals(30, 250));

        assertThat(release.unprotected()).isEmpty();
        assertThat(lost(release, Set.of("eligible", "paired"))).isZero();
        assertThat(release.losses().complementaryShare()).isLessThan(0.3);
        assertThat(release.losses().of(Reason.WITHHELD)).isZero();
    }

    /** All groups of one hospital's report are small enough to give each other away; its totals and means stay. */
    @Test
    void oneHospitalKeepsItsTotals() {
        Release release = Release.of(Recipient.of(Policies.open()), hospitals(1, 300));

        assertThat(Stream.of("eligible", "paired").map(release.cell(Position.TOTAL)::count))
                .allMatch(Disclosed.Shown.class::isInstance);
        assertThat(lost(release, Set.of("eligible", "paired"))).isLessThanOrEqualTo(1);
    }

    /** Where nobody has much the most, sums are hidden with the numbers of people they are over, and hardly one besides. */
    @Test
    void sumsAreLostWithTheirCounts() {
        Table.Builder table = Table.of("paired")
                .ownedBy("organization")
                .by()
                .by("organization")
                .by("sex")
                .by("age");
        Random random = new Random(5);
        for (int hospital = 0; hospital < 30; hospital++) {
            for (String sex : List.of("f", "m")) {
                for (String age : AGES.keySet()) {
                    long paired = Math.round(300 * AGES.get(age) * random.nextDouble() * random.nextDouble());
                    table.add(
                            Position.of(Map.of("organization", "o" + hospital, "sex", sex, "age", age)),
                            new Cell(
                                    Map.of("paired", paired),
                                    Map.of(
                                            "paired",
                                            List.of(new Cell.Contributions(
                                                    BigDecimal.valueOf(15 * paired),
                                                    BigDecimal.valueOf(Math.min(40, 15 * paired)))))));
                }
            }
        }
        Release release = Release.of(Recipient.of(Policies.open()), table.build());

        assertThat(release.unprotected()).isEmpty();
        List<Lattice.Node> hidden = release.sumLattice().nodes().stream()
                .filter(node -> node.told() && !release.sumPattern().isShown(node.index()))
                .toList();
        assertThat(hidden)
                .filteredOn(node -> release.pattern()
                        .isShown(release.lattice().node(node.key()).index()))
                .hasSizeLessThanOrEqualTo(1);
    }

    /** Large numbers that are hidden all the same. */
    private static long lost(Release release, Set<String> names) {
        return release.lattice().nodes().stream()
                .filter(node -> node.told() && names.contains(node.key().name()))
                .filter(node -> node.value() >= 10 && !release.pattern().isShown(node.index()))
                .count();
    }

    /** Hospitals of different sizes with a response chain and outcomes as after knee replacement; invented. */
    private static Table hospitals(int hospitals, int size) {
        Random random = new Random(3);
        Table.Builder table = Table.of(
                        "eligible",
                        "invited",
                        "returned",
                        "scorable",
                        "paired",
                        "improved",
                        "unchanged",
                        "worsened",
                        "reached")
                .divided(Breakdown.of("eligible", "invited"))
                .divided(Breakdown.of("invited", "returned"))
                .divided(Breakdown.of("returned", "scorable"))
                .divided(Breakdown.of("scorable", "paired"))
                .divided(Breakdown.into("paired", "improved", "unchanged", "worsened"))
                .divided(Breakdown.of("improved", "reached"))
                .important("eligible", 2)
                .important("invited", .3)
                .important("returned", .3)
                .important("scorable", .3)
                .important("paired", 4)
                .ownedBy("organization")
                .by()
                .by("organization")
                .by("sex")
                .by("age");
        for (int hospital = 0; hospital < hospitals; hospital++) {
            double patients = size * Math.exp(0.6 * random.nextGaussian());
            for (String sex : List.of("f", "m")) {
                for (String age : List.of("50", "60", "70", "80", "90")) {
                    long eligible = Math.round(
                            patients * AGES.get(age) * (sex.equals("f") ? .6 : .4) * (0.7 + 0.6 * random.nextDouble()));
                    table.add(
                            Position.of(Map.of("organization", "o" + hospital, "sex", sex, "age", age)),
                            cell(random, eligible));
                }
            }
        }
        return table.build();
    }

    private static Cell cell(Random random, long eligible) {
        long invited = of(random, eligible, .97);
        long returned = of(random, invited, .75);
        long scorable = of(random, returned, .98);
        long paired = of(random, scorable, .9);
        long improved = of(random, paired, .9);
        long unchanged = of(random, paired - improved, .3);
        return Cell.of(Map.of(
                "eligible", eligible,
                "invited", invited,
                "returned", returned,
                "scorable", scorable,
                "paired", paired,
                "improved", improved,
                "unchanged", unchanged,
                "worsened", paired - improved - unchanged,
                "reached", of(random, improved, .85)));
    }

    private static long of(Random random, long people, double share) {
        return random.doubles(people).filter(draw -> draw < share).count();
    }
}
