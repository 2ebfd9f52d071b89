package nl.meerwaarde.server.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Twelve answers to an Oxford score, 0 (worst) to 4 (best).
 *
 * @param items the answers in order; null where there is none
 */
record OxfordAnswers(List<@Nullable Integer> items) {
    private static final int BEST = 4;
    private static final int MOST_MISSING = 2;

    /** How much easier (positive) or harder than average each question is to answer well, in points; kneeling is the hardest. Adds up to 0. */
    private static final double[] EASE = {-0.2, 0.4, 0.3, 0.1, 0.1, -0.1, -1.2, 0.1, 0.0, 0.1, 0.4, 0.0};

    /**
     * Answers that go with a state of health.
     *
     * @param health on the scale of the score, 0–48, and beyond: who is better than the questions can say answers them all with 4
     */
    static OxfordAnswers draw(Chance chance, double health) {
        List<@Nullable Integer> items = new ArrayList<>();
        for (double ease : EASE) {
            double answer = chance.normal(health / EASE.length + ease, 0.45);
            items.add((int) Math.max(0, Math.min(BEST, Math.round(answer))));
        }
        for (int skipped : skipped(chance, items.size())) {
            items.set(skipped, null);
        }
        return new OxfordAnswers(Collections.unmodifiableList(items));
    }

    /** Most skip nothing, some a question or two, a few so many that there is no score. */
    private static List<Integer> skipped(Chance chance, int items) {
        int many = chance.happens(0.015) ? chance.between(3, 5) : chance.happens(0.06) ? chance.between(1, 2) : 0;
        List<Integer> skipped = new ArrayList<>();
        while (skipped.size() < many) {
            int item = chance.between(0, items - 1);
            if (!skipped.contains(item)) {
                skipped.add(item);
            }
        }
        return skipped;
    }

    /** The score by the publisher's rule, 0–48; empty with more than two answers missing. */
    OptionalDouble score() {
        List<Integer> given = items.stream().filter(Objects::nonNull).toList();
        return items.size() - given.size() > MOST_MISSING
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        given.stream().mapToInt(Integer::intValue).average().orElse(0) * items.size());
    }
}
