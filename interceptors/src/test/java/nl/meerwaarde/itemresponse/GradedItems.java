package nl.meerwaarde.itemresponse;

import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Items as banks have them: of two to seven categories, flat to steep, easy to hard. */
final class GradedItems {
    private GradedItems() {}

    static Arbitrary<GradedItem> any() {
        Arbitrary<Double> discriminations =
                Arbitraries.doubles().between(0.3, 5).ofScale(3);
        Arbitrary<Double> starts = Arbitraries.doubles().between(-4, 2).ofScale(3);
        Arbitrary<List<Double>> steps = Arbitraries.doubles()
                .between(0.05, 1.5)
                .ofScale(3)
                .list()
                .ofMinSize(0)
                .ofMaxSize(5);
        return Combinators.combine(discriminations, starts, steps)
                .as((a, start, widths) -> new GradedItem(a, thresholds(start, widths)));
    }

    /** Answers to one to twelve such items. */
    static Arbitrary<List<GradedAnswer>> answers() {
        return any().flatMap(GradedItems::answer).list().ofMinSize(1).ofMaxSize(12);
    }

    private static Arbitrary<GradedAnswer> answer(GradedItem item) {
        return Arbitraries.integers()
                .between(0, item.categories() - 1)
                .map(category -> new GradedAnswer(item, category));
    }

    private static List<Double> thresholds(double start, List<Double> widths) {
        double[] all = new double[widths.size() + 1];
        all[0] = start;
        for (int i = 0; i < widths.size(); i++) {
            all[i + 1] = all[i] + widths.get(i);
        }
        return DoubleStream.of(all).boxed().toList();
    }
}
