package nl.meerwaarde.disclosure;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What suppression costs.
 *
 * @param counts how many counts are told
 * @param hidden how many of them are hidden, by reason
 */
public record Losses(long counts, Map<Reason, Long> hidden) {
    static Losses of(Lattice lattice, Pattern pattern) {
        return new Losses(
                lattice.nodes().stream().filter(Lattice.Node::told).count(),
                lattice.nodes().stream()
                        .filter(Lattice.Node::told)
                        .flatMap(node -> pattern.reason(node.index()).stream())
                        .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting())));
    }

    /** Hidden counts for a reason. */
    public long of(Reason reason) {
        return hidden.getOrDefault(reason, 0L);
    }

    /** Share of the counts that could have been shown but are hidden for the sake of others, 0 to 1. */
    public double complementaryShare() {
        long large = counts - of(Reason.PRIMARY);
        return large == 0 ? 0 : (double) of(Reason.COMPLEMENTARY) / large;
    }
}
