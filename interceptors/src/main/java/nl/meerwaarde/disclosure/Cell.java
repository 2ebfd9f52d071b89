package nl.meerwaarde.disclosure;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What is counted and added up at one place of a table.
 *
 * @param counts numbers of episodes, by name; a name that is missing counts nobody
 * @param sums by the name of the count whose members were added up: how each sum over them came about, always in the same order
 */
public record Cell(Map<String, Long> counts, Map<String, List<Contributions>> sums) {
    static final Cell EMPTY = new Cell(Map.of(), Map.of());

    public Cell {
        counts = Map.copyOf(counts);
        sums = Map.copyOf(sums);
    }

    /**
     * How a sum over a group of people came about.
     *
     * @param absolute Σ |x|
     * @param largest the largest |x|
     */
    public record Contributions(BigDecimal absolute, BigDecimal largest) {
        Contributions plus(Contributions other) {
            return new Contributions(absolute.add(other.absolute), largest.max(other.largest));
        }

        /** Whether one person contributes more than the share. */
        boolean isDominated(double share) {
            return absolute.signum() > 0 && largest.compareTo(absolute.multiply(BigDecimal.valueOf(share))) > 0;
        }
    }

    /** A cell of counts only. */
    public static Cell of(Map<String, Long> counts) {
        return new Cell(counts, Map.of());
    }

    long count(String name) {
        return counts.getOrDefault(name, 0L);
    }

    /** Σ |x| of all sums over a count together: how large they are, not what they are. */
    BigDecimal absolute(String name) {
        return sums.getOrDefault(name, List.of()).stream()
                .map(Contributions::absolute)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether one person contributes more than the share to any of the sums over a count. */
    boolean isDominated(String name, double share) {
        return sums.getOrDefault(name, List.of()).stream().anyMatch(sum -> sum.isDominated(share));
    }

    /** Everything it says, so that equal cells have equal texts. */
    String content() {
        return new TreeMap<>(counts) + " " + new TreeMap<>(sums);
    }

    /** Both cells together. */
    public Cell plus(Cell other) {
        Map<String, Long> moreCounts = new HashMap<>(counts);
        other.counts.forEach((name, count) -> moreCounts.merge(name, count, Long::sum));
        Map<String, List<Contributions>> moreSums = new HashMap<>(sums);
        other.sums.forEach((name, sum) -> moreSums.merge(name, sum, Cell::plus));
        return new Cell(moreCounts, moreSums);
    }

    /** This cell without a part of it. Whose contribution was the largest is not known any more, so it may be still there. */
    public Cell minus(Cell part) {
        Map<String, Long> lessCounts = new HashMap<>(counts);
        part.counts.forEach((name, count) -> lessCounts.merge(name, -count, Long::sum));
        Map<String, List<Contributions>> lessSums = new HashMap<>(sums);
        part.sums.forEach((name, sum) -> lessSums.computeIfPresent(
                name,
                (same, all) -> IntStream.range(0, all.size())
                        .mapToObj(i -> new Contributions(
                                all.get(i).absolute().subtract(sum.get(i).absolute()),
                                all.get(i).largest()))
                        .toList()));
        return new Cell(lessCounts, lessSums);
    }

    private static List<Contributions> plus(List<Contributions> these, List<Contributions> those) {
        return IntStream.range(0, these.size())
                .mapToObj(i -> these.get(i).plus(those.get(i)))
                .toList();
    }
}
