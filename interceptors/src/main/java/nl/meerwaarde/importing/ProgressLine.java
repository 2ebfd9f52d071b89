package nl.meerwaarde.importing;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/** Says how far an import is: every second in one place on a terminal, every half minute on a new line in a log. */
final class ProgressLine {
    private static final int SECONDS_BETWEEN_LINES_OF_A_LOG = 30;

    private final PrintStream out;
    private final boolean terminal;
    private final RowTally tally;
    private final DoubleSupplier fractionRead;
    private long seconds;
    private double fractionAtStart = -1;

    /** @param fractionRead how much of the file was read, from 0 to 1 */
    ProgressLine(PrintStream out, boolean terminal, RowTally tally, DoubleSupplier fractionRead) {
        this.out = out;
        this.terminal = terminal;
        this.tally = tally;
        this.fractionRead = fractionRead;
    }

    /** To be called once a second. */
    void tick() {
        seconds++;
        if (fractionAtStart < 0 && tally.rows() > 0) {
            fractionAtStart = fractionRead.getAsDouble();
        }
        if (terminal) {
            out.print("\r" + text() + "  ");
            out.flush();
        } else if (seconds % SECONDS_BETWEEN_LINES_OF_A_LOG == 0) {
            out.println(text());
        }
    }

    private String text() {
        return String.format(
                Locale.ROOT,
                "%s rows, %s rows/s, %s left, %s rejected",
                Numbers.grouped(tally.rows()),
                Numbers.grouped(Math.round((double) tally.rows() / seconds)),
                timeLeft(),
                Numbers.grouped(tally.rejectedRows()));
    }

    /** From what was read since the first row was done: rows that were skipped cost nothing. */
    private String timeLeft() {
        double fraction = fractionRead.getAsDouble();
        if (fractionAtStart < 0 || fraction <= fractionAtStart) {
            return "unknown time";
        }
        long left = Math.round(seconds * (1 - fraction) / (fraction - fractionAtStart));
        return String.format(Locale.ROOT, "%d:%02d:%02d", left / 3600, left / 60 % 60, left % 60);
    }

    /** Leaves the terminal's line free. */
    void end() {
        if (terminal && seconds > 0) {
            out.println();
        }
    }
}
