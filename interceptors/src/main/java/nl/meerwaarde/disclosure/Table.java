package nl.meerwaarde.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Additive cells and everything that is told of them together: which counts, how they divide each other, along which dimensions. What is not told is in
 * it too where somebody could compute it: the rest of a breakdown, a period that is not asked for.
 *
 * <p>The groupings that are told must be such that tables which agree where they overlap belong to one population: dimensions beside each other (by
 * organisation, by sex, by age) and each of them within periods are.
 */
public final class Table {
    /** The value of a dimension for those of whom it is not known; as an organisation, it is nobody's. */
    public static final String UNKNOWN = "unknown";

    private final List<String> counts;
    private final List<Breakdown> breakdowns;
    private final Map<String, Double> importance;
    private final Set<Position> withheld;
    private final @Nullable String owner;
    private final List<Set<String>> groupings;
    private final SortedMap<Position, Cell> cells;
    private final Map<Position, Map<String, Cell>> byOwner;

    private Table(Builder builder) {
        this.counts = List.copyOf(builder.counts);
        this.breakdowns = List.copyOf(builder.breakdowns);
        this.importance = Map.copyOf(builder.importance);
        this.withheld = Set.copyOf(builder.withheld);
        this.owner = builder.owner;
        this.groupings = List.copyOf(builder.groupings);
        SortedMap<Position, Cell> added = new TreeMap<>();
        Map<Position, Map<String, Cell>> shares = new TreeMap<>();
        for (Set<String> grouping : builder.groupings) {
            builder.cells.forEach((position, cell) -> add(position.along(grouping), position, cell, added, shares));
            builder.margins.forEach(margin -> {
                if (margin.countsIn(grouping)) {
                    add(margin.position().along(grouping), margin.position(), margin.cell(), added, shares);
                }
            });
        }
        this.cells = Collections.unmodifiableSortedMap(added);
        this.byOwner = shares;
    }

    private void add(
            Position coarse,
            Position fine,
            Cell cell,
            SortedMap<Position, Cell> added,
            Map<Position, Map<String, Cell>> shares) {
        added.merge(coarse, cell, Cell::plus);
        String holder = owner == null ? null : fine.values().get(owner);
        if (holder != null && !coarse.values().containsKey(owner)) {
            shares.computeIfAbsent(coarse, place -> new TreeMap<>()).merge(holder, cell, Cell::plus);
        }
    }

    /**
     * A cell of which only some divisions are known: it counts where the table is divided by {@code along}, and by nothing that the position does not name.
     */
    private record Margin(Position position, Set<String> along, Cell cell) {
        boolean countsIn(Set<String> grouping) {
            return grouping.containsAll(along) && position.values().keySet().containsAll(grouping);
        }
    }

    /** A table that tells these counts. */
    public static Builder of(String... counts) {
        return new Builder(Arrays.asList(counts));
    }

    /** Makes a table. */
    public static final class Builder {
        private final Set<String> counts;
        private final List<Breakdown> breakdowns = new ArrayList<>();
        private final Map<String, Double> importance = new LinkedHashMap<>();
        private final Set<Position> withheld = new LinkedHashSet<>();
        private final Set<Set<String>> groupings = new LinkedHashSet<>();
        private final Map<Position, Cell> cells = new TreeMap<>();
        private final List<Margin> margins = new ArrayList<>();
        private @Nullable String owner;

        private Builder(List<String> counts) {
            this.counts = new LinkedHashSet<>(counts);
        }

        /** A count is divided into others. */
        public Builder divided(Breakdown breakdown) {
            breakdowns.add(breakdown);
            return this;
        }

        /** How much it costs to lose a count, compared with others of the same size (1). */
        public Builder important(String count, double weight) {
            importance.put(count, weight);
            return this;
        }

        /** The dimension whose values are organisations that know their own numbers. */
        public Builder ownedBy(String dimension) {
            owner = dimension;
            return this;
        }

        /** Tells the counts by these dimensions together; none: in total. */
        public Builder by(String... dimensions) {
            groupings.add(Set.of(dimensions));
            return this;
        }

        /** Nothing is told of this place, but it adds up with the others: an undated episode is in the year, but in no quarter of it. */
        public Builder withholding(Position position) {
            withheld.add(position);
            return this;
        }

        /** Adds a cell of the finest division; to what is there already. */
        public Builder add(Position position, Cell cell) {
            cells.merge(position, cell, Cell::plus);
            return this;
        }

        /**
         * Adds a cell that somebody had added up already, by one dimension after the other: the same people come again in the margins of other dimensions.
         *
         * @param position its values; dimensions that it does not name were added up
         * @param along dimensions whose margin it is: it counts only where the table is divided by all of them
         */
        public Builder addMargin(Position position, Set<String> along, Cell cell) {
            margins.add(new Margin(position, Set.copyOf(along), cell));
            return this;
        }

        /** The table. */
        public Table build() {
            return new Table(this);
        }
    }

    List<String> counts() {
        return counts;
    }

    List<Breakdown> breakdowns() {
        return breakdowns;
    }

    /** Everything it says, so that equal tables have equal texts. */
    String content() {
        StringBuilder content = new StringBuilder()
                .append(counts)
                .append(breakdowns)
                .append(new TreeMap<>(importance))
                .append(new TreeSet<>(withheld))
                .append(owner);
        groupings.forEach(grouping -> content.append(new TreeSet<>(grouping)));
        cells.forEach((position, cell) ->
                content.append('\n').append(position).append(' ').append(cell.content()));
        byOwner.forEach((position, shares) -> shares.forEach((holder, cell) -> content.append('\n')
                .append(position)
                .append(" of ")
                .append(holder)
                .append(' ')
                .append(cell.content())));
        return content.toString();
    }

    double importance(String count) {
        return importance.getOrDefault(count, 1.0);
    }

    List<Set<String>> groupings() {
        return groupings;
    }

    /** Every place that has a cell, coarse ones first. */
    public Set<Position> positions() {
        return cells.keySet();
    }

    Cell cell(Position position) {
        return cells.getOrDefault(position, Cell.EMPTY);
    }

    /** Whether a place is told at all. */
    boolean tells(Position position) {
        return withheld.stream()
                .noneMatch(place ->
                        position.values().entrySet().containsAll(place.values().entrySet()));
    }

    /** The organisation whose numbers stand at a place, or null. */
    @Nullable
    String ownerOf(Position position) {
        String holder = owner == null ? null : position.values().get(owner);
        return UNKNOWN.equals(holder) ? null : holder;
    }

    /** Whether a place is told divided by organisation. */
    boolean tellsShares(Position position) {
        Set<String> divided = new LinkedHashSet<>(position.values().keySet());
        return owner != null && divided.add(owner) && groupings.contains(divided);
    }

    /** What each organisation has at a place that several share; empty where one has it all. */
    Map<String, Cell> shares(Position position) {
        return byOwner.getOrDefault(position, Map.of());
    }
}
