package nl.meerwaarde.itemresponse;

import java.util.List;

/** What one may expect of the next answer, by plain sums of products: another way of computing than the product's. */
final class Posterior {
    private Posterior() {}

    /** The probability that the next item is answered with this category, given the answers so far. */
    static double probability(List<GradedAnswer> answers, GradedItem next, int category) {
        double all = 0;
        double chosen = 0;
        for (int i = -80; i <= 80; i++) {
            double theta = i / 10.0;
            double weight = StrictMath.exp(-theta * theta / 2);
            for (GradedAnswer answer : answers) {
                weight *= StrictMath.exp(answer.item().logProbability(answer.category(), theta));
            }
            all += weight;
            chosen += weight * StrictMath.exp(next.logProbability(category, theta));
        }
        return chosen / all;
    }
}
