package nl.meerwaarde.cell;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an organisation tells of one stratum to whoever pools it with those of others.
 *
 * @param stratifier code of what the stratum is one of, or {@link #TOTAL}
 * @param value which one; empty for the total
 * @param numbers counts, sums and largest contributions by name, such as {@code chain.eligible} or {@code paired.gain-squares}
 */
public record PoolableStratum(String stratifier, String value, SortedMap<String, BigDecimal> numbers) {
    /** Everything together. */
    public static final String TOTAL = "total";

    public PoolableStratum {
        numbers = Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
    }

    /** Whether it is everything together. */
    public boolean isTotal() {
        return stratifier.equals(TOTAL);
    }
}
