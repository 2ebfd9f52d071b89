package nl.meerwaarde.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class HighWaterMarkPropertiesTest {
    /** In whatever order rows get done, every row up to the mark is done and the next one is not. */
    @Property(tries = 200)
    void theMarkIsTheLastRowUpToWhichAllAreDone(@ForAll long seed, @ForAll @IntRange(max = 50) int before) {
        List<Long> rows = new ArrayList<>(
                LongStream.rangeClosed(before + 1, before + 60).boxed().toList());
        Collections.shuffle(rows, new Random(seed));
        HighWaterMark mark = new HighWaterMark(before);
        Set<Long> done = new HashSet<>();
        for (long row : rows) {
            mark.done(row);
            done.add(row);
            assertThat(done).doesNotContain(mark.mark() + 1);
            assertThat(LongStream.rangeClosed(before + 1, mark.mark()).boxed()).allMatch(done::contains);
        }
        assertThat(mark.mark()).isEqualTo(before + 60);
    }
}
