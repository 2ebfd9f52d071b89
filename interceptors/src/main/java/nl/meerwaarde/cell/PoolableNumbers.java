package nl.meerwaarde.cell;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.meerwaarde.disclosure.Cell;
import nl.meerwaarde.disclosure.Cell.Contributions;
import nl.meerwaarde.measure.CountNames;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.measure.Stratifier;
import nl.meerwaarde.measure.Tallied;

/**
 * The numbers of a cell by name, as they travel between servers: a set ({@code chain}, {@code paired}, {@code modelled}), a dot, and what is counted or added up
 * over it; for a tally the set is its statistic, event and days. The names are those of the records' components, so that whatever a cell adds up travels too.
 */
public final class PoolableNumbers {
    private static final String CHAIN = "chain";
    private static final String SUM = "sum";
    private static final String EXPECTED = "expected";
    private static final Set<String> SETS = Set.of(CHAIN, CountNames.PAIRED, CountNames.MODELLED);
    private static final String ABSOLUTE = ".absolute";
    private static final String LARGEST = ".largest";

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private PoolableNumbers() {}

    /** The numbers of a cell; of the modelled set only where the Measure names a model. */
    public static SortedMap<String, BigDecimal> of(FactMeasure measure, FactCell cell, Cell contributions) {
        SortedMap<String, BigDecimal> numbers = new TreeMap<>();
        put(numbers, CHAIN, cell.chain());
        put(numbers, CountNames.PAIRED, cell.paired());
        put(numbers, CountNames.PAIRED, contributions, ContributionQuery.PAIRED_SUMS);
        if (measure.model() != null) {
            put(numbers, CountNames.MODELLED, cell.modelled());
            put(numbers, CountNames.MODELLED, contributions, ContributionQuery.MODELLED_SUMS);
        }
        for (Tallied tallied : Tallied.of(measure)) {
            put(numbers, tallied.key(), cell.tally(tallied));
            if (tallied.model() != null) {
                put(numbers, tallied.key(), tallied.numerator(), contributions, List.of(EXPECTED));
            } else {
                numbers.keySet().removeAll(List.of(tallied.key() + "." + EXPECTED, tallied.key() + ".variance"));
            }
            if (!tallied.isShare()) {
                put(numbers, tallied.key(), tallied.set(), contributions, List.of(SUM));
            }
        }
        return numbers;
    }

    /** The names that a stratum of the Measure has, no more and no fewer. */
    public static SortedSet<String> names(FactMeasure measure) {
        return new TreeSet<>(of(measure, FactCell.EMPTY, Cell.of(Map.of())).keySet());
    }

    /** Whether a number counts people, so that it is whole and not negative. */
    public static boolean isCount(String name) {
        int dot = name.lastIndexOf('.');
        String set = name.substring(0, dot);
        Class<?> type = set.equals(CHAIN) ? FactCell.Chain.class : SETS.contains(set) ? Sums.class : Tally.class;
        return Arrays.stream(type.getRecordComponents())
                .anyMatch(component -> component.getType() == long.class
                        && hyphenated(component.getName()).equals(name.substring(dot + 1)));
    }

    /** Whether of several cells together the number is that of the largest, not their sum. */
    public static boolean isLargest(String name) {
        return name.endsWith(LARGEST);
    }

    /** The cell that has these numbers. */
    public static FactCell cell(FactMeasure measure, Map<Stratifier, String> strata, Map<String, BigDecimal> numbers) {
        Map<Tallied, Tally> tallies = new HashMap<>();
        for (Tallied tallied : Tallied.of(measure)) {
            Tally tally = record(Tally.class, tallied.key(), numbers);
            if (tally.all() > 0) {
                tallies.put(tallied, tally);
            }
        }
        return new FactCell(
                strata,
                record(FactCell.Chain.class, CHAIN, numbers),
                record(Sums.class, CountNames.PAIRED, numbers),
                record(Sums.class, CountNames.MODELLED, numbers),
                tallies);
    }

    /** How the sums of a cell came about. */
    static Cell contributions(FactMeasure measure, Map<String, BigDecimal> numbers) {
        Map<String, List<Contributions>> sums = new HashMap<>();
        sums.put(CountNames.PAIRED, contributions(CountNames.PAIRED, ContributionQuery.PAIRED_SUMS, numbers));
        if (measure.model() != null) {
            sums.put(CountNames.MODELLED, contributions(CountNames.MODELLED, ContributionQuery.MODELLED_SUMS, numbers));
        }
        Tallied.of(measure).stream()
                .filter(tallied -> !tallied.isShare())
                .forEach(tallied -> sums.put(tallied.set(), contributions(tallied.key(), List.of(SUM), numbers)));
        Tallied.of(measure).stream()
                .filter(tallied -> tallied.model() != null)
                .forEach(tallied ->
                        sums.put(tallied.numerator(), contributions(tallied.key(), List.of(EXPECTED), numbers)));
        return new Cell(Map.of(), sums);
    }

    private static List<Contributions> contributions(String set, List<String> summed, Map<String, BigDecimal> numbers) {
        return summed.stream()
                .map(sum -> new Contributions(
                        numbers.getOrDefault(set + "." + sum + ABSOLUTE, BigDecimal.ZERO),
                        numbers.getOrDefault(set + "." + sum + LARGEST, BigDecimal.ZERO)))
                .toList();
    }

    private static void put(Map<String, BigDecimal> numbers, String set, Record sums) {
        for (RecordComponent component : sums.getClass().getRecordComponents()) {
            numbers.put(set + "." + hyphenated(component.getName()), value(component, sums));
        }
    }

    private static void put(Map<String, BigDecimal> numbers, String set, Cell contributions, List<String> summed) {
        put(numbers, set, set, contributions, summed);
    }

    /** @param over the set as disclosure control names it */
    private static void put(
            Map<String, BigDecimal> numbers, String set, String over, Cell contributions, List<String> summed) {
        List<Contributions> given = contributions.sums().getOrDefault(over, List.of());
        for (int i = 0; i < summed.size(); i++) {
            boolean none = i >= given.size();
            String name = set + "." + summed.get(i);
            numbers.put(
                    name + ABSOLUTE, none ? BigDecimal.ZERO : plain(given.get(i).absolute()));
            numbers.put(
                    name + LARGEST, none ? BigDecimal.ZERO : plain(given.get(i).largest()));
        }
    }

    private static BigDecimal value(RecordComponent component, Record sums) {
        try {
            Object value = component.getAccessor().invoke(sums);
            return value instanceof Long count ? BigDecimal.valueOf(count) : plain((BigDecimal) value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <R extends Record> R record(Class<R> type, String set, Map<String, BigDecimal> numbers) {
        Shape shape = SHAPES.get(type);
        Object[] values = new Object[shape.components().size()];
        for (int i = 0; i < values.length; i++) {
            Component component = shape.components().get(i);
            BigDecimal number = numbers.getOrDefault(set + "." + component.name(), BigDecimal.ZERO);
            values[i] = component.counts() ? (Object) number.longValueExact() : number;
        }
        try {
            return type.cast(shape.constructor().newInstance(values));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a record of numbers is made of, looked up once: a pooled report makes thousands. */
    private record Shape(Constructor<?> constructor, List<Component> components) {
        static Shape of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            try {
                return new Shape(
                        type.getDeclaredConstructor(Arrays.stream(components)
                                .map(RecordComponent::getType)
                                .toArray(Class[]::new)),
                        Arrays.stream(components)
                                .map(component -> new Component(
                                        hyphenated(component.getName()), component.getType() == long.class))
                                .toList());
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A number of a record. */
    private record Component(String name, boolean counts) {}

    /** One number has one spelling, so that the same report is known again. */
    public static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static String hyphenated(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
