package nl.meerwaarde.benchmark;

import static nl.meerwaarde.benchmark.Pen.GRID;
import static nl.meerwaarde.benchmark.Pen.SMALL;
import static nl.meerwaarde.benchmark.Pen.SOFT_INK;

/**
 * The vertical axis of a picture of outcomes: a line and a number at each round one.
 *
 * @param up from outcomes to places
 * @param numbers how outcomes are written
 */
record ValueAxis(Scale up, Numbers numbers) {
    void draw(Pen pen, double left, double right) {
        for (double round : up.rounds()) {
            pen.line(left, up.place(round), right, up.place(round), GRID, 1, "");
            pen.write(
                    numbers.format(up.decimals()).format(round) + (numbers.percent() ? " %" : ""),
                    left - 10,
                    up.place(round) + 5,
                    SMALL,
                    SOFT_INK,
                    "end",
                    false);
        }
    }
}
