package nl.meerwaarde.itemresponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Laws of the graded response model and of its estimate, for any item and any answers. */
class GradedResponsePropertiesTest {
    private static final double ROUNDING = 1e-9;

    @Provide
    Arbitrary<GradedItem> items() {
        return GradedItems.any();
    }

    @Provide
    Arbitrary<List<GradedAnswer>> answers() {
        return GradedItems.answers();
    }

    @Property
    void someCategoryIsChosen(@ForAll("items") GradedItem item, @ForAll @DoubleRange(min = -6, max = 6) double theta) {
        double sum = 0;
        for (int category = 0; category < item.categories(); category++) {
            sum += StrictMath.exp(item.logProbability(category, theta));
        }
        assertThat(sum).isCloseTo(1, within(ROUNDING));
    }

    /** By the definition: squared derivative over probability, the derivative taken from a small difference. */
    @Property
    void informationIsThatOfFisher(
            @ForAll("items") GradedItem item, @ForAll @DoubleRange(min = -4, max = 4) double theta) {
        double step = 1e-5;
        double expected = 0;
        for (int category = 0; category < item.categories(); category++) {
            double slope = (item.logProbability(category, theta + step) - item.logProbability(category, theta - step))
                    / (2 * step);
            expected += slope * slope * StrictMath.exp(item.logProbability(category, theta));
        }
        assertThat(item.information(theta)).isCloseTo(expected, within(1e-6 * (1 + expected)));
    }

    @Property
    void informationIsNeverNegative(
            @ForAll("items") GradedItem item, @ForAll @DoubleRange(min = -100, max = 100) double theta) {
        assertThat(item.information(theta)).isGreaterThanOrEqualTo(0).isFinite();
    }

    @Property
    void aHigherAnswerMovesTheEstimateUp(
            @ForAll("answers") List<GradedAnswer> answers, @ForAll @IntRange(max = 11) int which) {
        int i = which % answers.size();
        GradedAnswer answer = answers.get(i);
        if (answer.category() + 1 == answer.item().categories()) {
            return;
        }
        List<GradedAnswer> higher = new ArrayList<>(answers);
        higher.set(i, new GradedAnswer(answer.item(), answer.category() + 1));
        assertThat(Ability.of(higher).theta()).isGreaterThan(Ability.of(answers).theta());
    }

    /**
     * A single surprising answer may make an estimate less sure, so the law is about the mean over the answers one may expect: the posterior variance
     * shrinks with every further item (law of total variance).
     */
    @Property
    void anotherItemIsExpectedToMakeTheEstimateSurer(
            @ForAll("answers") List<GradedAnswer> answers, @ForAll("items") GradedItem next) {
        double expected = 0;
        for (int category = 0; category < next.categories(); category++) {
            List<GradedAnswer> more = new ArrayList<>(answers);
            more.add(new GradedAnswer(next, category));
            expected += Posterior.probability(answers, next, category)
                    * square(Ability.of(more).standardError());
        }
        assertThat(expected).isLessThan(square(Ability.of(answers).standardError()) + ROUNDING);
    }

    /** The likelihood of a graded item is log-concave, so no answers at all make the estimate less sure than the prior. */
    @Property
    void anyAnswersMakeTheEstimateSurerThanNone(@ForAll("answers") List<GradedAnswer> answers) {
        assertThat(Ability.of(answers).standardError())
                .isGreaterThan(0)
                .isLessThan(Ability.of(List.of()).standardError() + ROUNDING);
    }

    private static double square(double x) {
        return x * x;
    }
}
