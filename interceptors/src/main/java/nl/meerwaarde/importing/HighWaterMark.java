package nl.meerwaarde.importing;

import java.util.PriorityQueue;

/**
 * The last row up to which all are done, also when later ones were done before earlier ones. Safe for several threads.
 */
final class HighWaterMark {
    private final PriorityQueue<Long> doneAbove = new PriorityQueue<>();
    private long mark;

    /** @param mark the last row that was done before, or 0 */
    HighWaterMark(long mark) {
        this.mark = mark;
    }

    /** Notes that a row is done: stored, or rejected and written down. */
    synchronized void done(long row) {
        doneAbove.add(row);
        while (!doneAbove.isEmpty() && doneAbove.peek() <= mark + 1) {
            mark = Math.max(mark, doneAbove.remove());
        }
    }

    /** The last row up to which all are done. */
    synchronized long mark() {
        return mark;
    }
}
