package nl.meerwaarde.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * From numbers to places along an axis, with its round numbers.
 *
 * @param first the number at the beginning of the axis
 * @param last the number at its end; more than the first
 * @param from where the axis begins in the picture
 * @param to where it ends
 * @param step between round numbers
 */
record Scale(double first, double last, double from, double to, double step) {
    private static final int STEPS = 6;

    /** An axis that holds two numbers and ends at round ones, about six steps long. */
    static Scale around(double low, double high, double from, double to) {
        double room = high > low ? high - low : Math.max(Math.abs(high), 1);
        double step = roundStep(room / STEPS);
        double first = Math.floor(low / step) * step;
        double last = Math.max(Math.ceil(high / step) * step, first + step);
        return new Scale(first, last, from, to, step);
    }

    /** The smallest of 1, 2, 5, 10, 20 … and their tenths that is at least as large. */
    private static double roundStep(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        double times = least / power;
        return (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10) * power;
    }

    double place(double number) {
        return from + (number - first) / (last - first) * (to - from);
    }

    /** The same, held within the axis. */
    double placeWithin(double number) {
        return place(Math.min(Math.max(number, first), last));
    }

    List<Double> rounds() {
        List<Double> rounds = new ArrayList<>();
        long steps = Math.round((last - first) / step);
        for (int i = 0; i <= steps; i++) {
            rounds.add(first + i * step);
        }
        return rounds;
    }

    /** How many digits after the point its round numbers need. */
    int decimals() {
        return (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    }
}
