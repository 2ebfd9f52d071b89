package nl.meerwaarde.disclosure;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A place in a table: values of some of its dimensions. Dimensions it does not name are added up over.
 *
 * @param values by dimension
 */
public record Position(SortedMap<String, String> values) implements Comparable<Position> {
    /** Everything together. */
    public static final Position TOTAL = new Position(new TreeMap<>());

    public Position {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** The place with these values. */
    public static Position of(Map<String, String> values) {
        return new Position(new TreeMap<>(values));
    }

    /** The place where one dimension has a value. */
    public static Position of(String dimension, String value) {
        return TOTAL.with(dimension, value);
    }

    /** This place, divided by one more dimension. */
    public Position with(String dimension, String value) {
        SortedMap<String, String> more = new TreeMap<>(values);
        more.put(dimension, value);
        return new Position(more);
    }

    /** This place, divided by nothing but these dimensions. */
    Position along(Set<String> dimensions) {
        SortedMap<String, String> fewer = new TreeMap<>(values);
        fewer.keySet().retainAll(dimensions);
        return new Position(fewer);
    }

    /** Coarse places before fine ones, then by the alphabet. */
    @Override
    public int compareTo(Position other) {
        return values.size() != other.values.size()
                ? Integer.compare(values.size(), other.values.size())
                : toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return values.isEmpty()
                ? "total"
                : values.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(", "));
    }
}
