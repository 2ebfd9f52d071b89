package nl.meerwaarde.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final RowTally tally = new RowTally();
    private final AtomicReference<Double> fraction = new AtomicReference<>(0.0);

    @Test
    void aLogGetsALineEveryHalfMinute() {
        ProgressLine line = line(false);
        takeRows(100);
        ticks(line, 1);
        fraction.set(0.25);
        takeRows(2900);
        tally.rejected();
        ticks(line, 59);
        assertThat(written.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "3,001 rows, 100 rows/s, 0:01:30 left, 1 rejected",
                        "3,001 rows, 50 rows/s, 0:03:00 left, 1 rejected");
    }

    @Test
    void aTerminalGetsOneLineThatChangesEverySecond() {
        ProgressLine line = line(true);
        ticks(line, 2);
        line.end();
        assertThat(written.toString(StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines("\r0 rows, 0 rows/s, unknown time left, 0 rejected  "
                        + "\r0 rows, 0 rows/s, unknown time left, 0 rejected  \n");
    }

    private ProgressLine line(boolean terminal) {
        return new ProgressLine(new PrintStream(written, true, StandardCharsets.UTF_8), terminal, tally, fraction::get);
    }

    private static void ticks(ProgressLine line, int seconds) {
        for (int i = 0; i < seconds; i++) {
            line.tick();
        }
    }

    private void takeRows(int rows) {
        for (int i = 0; i < rows; i++) {
            tally.taken(new ImportedRow(i, Optional.empty(), List.of(), List.of()));
        }
    }
}
