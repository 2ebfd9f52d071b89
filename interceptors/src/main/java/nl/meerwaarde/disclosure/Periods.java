package nl.meerwaarde.disclosure;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The periods of a calendar year as places of a table: a year is divided into quarters and these into months, as far as figures of them are released. */
public final class Periods {
    private static final String UNDATED = "undated";

    private Periods() {}

    /**
     * A period.
     *
     * @param days its first and last
     * @param position its place
     * @param parts what it is divided into; empty when into nothing
     * @param undated the place of what lies in it, but nobody knows in which part; its own place when it has no parts
     */
    public record Node(PeriodGrid.Period days, Position position, List<Node> parts, Position undated) {
        public Stream<Node> withParts() {
            return Stream.concat(Stream.of(this), parts.stream().flatMap(Node::withParts));
        }
    }

    /** The coarsest periods of a year, with their parts. */
    public static List<Node> ofYear(int year, Set<PeriodGrid> released) {
        List<PeriodGrid> levels = levels(released);
        return nodes(year, Position.TOTAL, levels, period -> true);
    }

    private static List<Node> nodes(
            int year, Position within, List<PeriodGrid> levels, Predicate<PeriodGrid.Period> belongs) {
        if (levels.isEmpty()) {
            return List.of();
        }
        PeriodGrid level = levels.get(0);
        List<PeriodGrid> finer = levels.subList(1, levels.size());
        return level.in(year).stream()
                .filter(belongs)
                .map(period -> node(year, period, place(within, level, period), finer))
                .toList();
    }

    private static Node node(int year, PeriodGrid.Period period, Position place, List<PeriodGrid> finer) {
        Position undated = place;
        for (PeriodGrid level : finer) {
            undated = undated.with(level.code(), UNDATED);
        }
        return new Node(
                period,
                place,
                nodes(
                        year,
                        place,
                        finer,
                        part -> !part.from().isBefore(period.from())
                                && !part.to().isAfter(period.to())),
                undated);
    }

    private static Position place(Position within, PeriodGrid level, PeriodGrid.Period period) {
        return level == PeriodGrid.YEAR
                ? within
                : within.with(level.code(), period.from().toString());
    }

    private static List<PeriodGrid> levels(Set<PeriodGrid> released) {
        return List.copyOf(new TreeSet<>(released));
    }

    /** By which dimensions of time figures are told. */
    public static List<Set<String>> groupings(Set<PeriodGrid> released) {
        List<PeriodGrid> levels = levels(released);
        return levels.stream()
                .<Set<String>>map(level -> levels.stream()
                        .filter(coarser -> coarser != PeriodGrid.YEAR && coarser.compareTo(level) <= 0)
                        .map(PeriodGrid::code)
                        .collect(Collectors.toCollection(TreeSet::new)))
                .toList();
    }

    /** The places of what lies in no released part of a period. */
    public static List<Position> undated(Set<PeriodGrid> released) {
        return levels(released).stream()
                .filter(level -> level != PeriodGrid.YEAR)
                .map(level -> Position.of(level.code(), UNDATED))
                .toList();
    }

    /** The place of a period that is released. */
    public static Position position(LocalDate from, LocalDate to, Set<PeriodGrid> released) {
        PeriodGrid.Period days = new PeriodGrid.Period(from, to);
        return ofYear(from.getYear(), released).stream()
                .flatMap(Node::withParts)
                .filter(node -> node.days().equals(days))
                .map(Node::position)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(from + " to " + to + " is no released period"));
    }
}
