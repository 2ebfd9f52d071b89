package nl.meerwaarde.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Waiting doubles, between half and whole, up to the longest. */
class RetriesPropertiesTest {
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(1);

    @Property
    void isBetweenHalfAndWholeOfTheDoubledTime(@ForAll @IntRange(max = 1_000_000) int failures, @ForAll long seed) {
        double whole = Math.min(10_000 * Math.pow(2, failures), 3_600_000);
        assertThat((double) new Retries(FIRST, LONGEST, new Random(seed))
                        .after(failures)
                        .toMillis())
                .isBetween(Math.floor(whole / 2), Math.ceil(whole));
    }
}
