package nl.meerwaarde.itemresponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AbilityTest {
    private static final GradedItem SYMMETRIC = new GradedItem(2, List.of(-1.0, 1.0));

    @Test
    void withoutAnswersItIsThePopulation() {
        Ability prior = Ability.of(List.of());
        assertThat(prior.tScore()).isCloseTo(50, within(1e-9));
        assertThat(prior.tScoreStandardError()).isCloseTo(10, within(1e-9));
    }

    @Test
    void theMiddleOfASymmetricItemSaysNothingOfTheDirection() {
        Ability ability = Ability.of(List.of(new GradedAnswer(SYMMETRIC, 1)));
        assertThat(ability.tScore()).isCloseTo(50, within(1e-9));
        assertThat(ability.tScoreStandardError()).isLessThan(10);
    }

    /** Sixty answers to a steep question have a likelihood that no double holds, nor that of one of them far away. */
    @Test
    void manyContradictingAnswersGiveANumber() {
        GradedItem steep = new GradedItem(200, List.of(-3.0, 3.0));
        List<GradedAnswer> answers = IntStream.range(0, 60)
                .mapToObj(i -> new GradedAnswer(steep, i % 2 == 0 ? 0 : 2))
                .toList();
        assertThat(Ability.of(answers).theta()).isCloseTo(0, within(1e-9));
    }

    @Test
    void parametersThatAreNoneAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new GradedItem(0, List.of(1.0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new GradedItem(Double.NaN, List.of(1.0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new GradedItem(1, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new GradedItem(1, List.of(1.0, 1.0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new GradedAnswer(SYMMETRIC, 3));
    }

    @Test
    void aStoppingRuleStopsAtTheMostItemsOrWhenPreciseEnough() {
        StoppingRule rule = new StoppingRule(4, 12, 3);
        Ability precise = new Ability(0, 0.29);
        Ability vague = new Ability(0, 0.3);
        assertThat(rule.isMet(3, 3, precise)).isFalse();
        assertThat(rule.isMet(4, 4, precise)).isTrue();
        assertThat(rule.isMet(11, 11, vague)).isFalse();
        assertThat(rule.isMet(12, 3, vague)).isTrue();
    }
}
