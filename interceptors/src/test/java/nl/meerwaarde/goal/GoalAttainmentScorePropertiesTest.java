package nl.meerwaarde.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.meerwaarde.goal.GoalAttainmentScore.Rated;

class GoalAttainmentScorePropertiesTest {
    private static final BigDecimal ROUNDING = new BigDecimal("0.01");

    @Provide
    Arbitrary<List<Rated>> goals() {
        return Combinators.combine(
                        Arbitraries.integers().between(-2, 2),
                        Arbitraries.integers().between(1, 9))
                .as(Rated::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static BigDecimal score(List<Rated> goals) {
        return GoalAttainmentScore.of(goals).orElseThrow();
    }

    /** As far above 50 as the opposite attainments are below it. */
    @Property
    void oppositesMirrorEachOther(@ForAll("goals") List<Rated> goals) {
        List<Rated> opposite = goals.stream()
                .map(goal -> new Rated(-goal.level(), goal.weight()))
                .toList();
        assertThat(score(goals).add(score(opposite))).isCloseTo(BigDecimal.valueOf(100), within(ROUNDING));
    }

    @Property
    void reachingMoreNeverScoresLess(@ForAll("goals") List<Rated> goals, @ForAll Random random) {
        int which = random.nextInt(goals.size());
        List<Rated> better = new ArrayList<>(goals);
        Rated before = goals.get(which);
        better.set(which, new Rated(Math.min(2, before.level() + 1), before.weight()));
        assertThat(score(better)).isGreaterThanOrEqualTo(score(goals));
    }

    @Property
    void onlyTheProportionOfWeightsCounts(@ForAll("goals") List<Rated> goals) {
        List<Rated> tripled = goals.stream()
                .map(goal -> new Rated(goal.level(), 3 * goal.weight()))
                .toList();
        assertThat(score(tripled)).isEqualByComparingTo(score(goals));
    }

    @Property
    void theOrderOfGoalsDoesNotMatter(@ForAll("goals") List<Rated> goals, @ForAll Random random) {
        List<Rated> shuffled = new ArrayList<>(goals);
        Collections.shuffle(shuffled, random);
        assertThat(score(shuffled)).isEqualByComparingTo(score(goals));
    }

    @Property
    void aGoalWithoutWeightDoesNotCount(@ForAll("goals") List<Rated> goals) {
        List<Rated> more = new ArrayList<>(goals);
        more.add(new Rated(2, 0));
        assertThat(score(more)).isEqualByComparingTo(score(goals));
    }
}
