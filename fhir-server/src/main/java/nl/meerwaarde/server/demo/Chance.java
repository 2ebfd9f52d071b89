package nl.meerwaarde.server.demo;

import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Draws that are the same on every machine and every Java: the sequence of {@link Random} is part of its specification. */
final class Chance {
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private final Random random;

    private Chance(Random random) {
        this.random = random;
    }

    /** The draws of one stream of a seed. Neighbouring seeds and streams have nothing in common. */
    static Chance of(long seed, long stream) {
        return new Chance(new Random(mixed(mixed(seed) + stream * GOLDEN_RATIO)));
    }

    /** The finaliser of SplitMix64. */
    private static long mixed(long value) {
        long once = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
        return twice ^ (twice >>> 31);
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    double normal(double mean, double deviation) {
        return mean + deviation * random.nextGaussian();
    }

    /** A whole number from {@code first} to {@code last}, both included. */
    int between(int first, int last) {
        return first + random.nextInt(last - first + 1);
    }

    /** A waiting time in the unit of which {@code rate} is the rate. */
    double waitingTime(double rate) {
        return -StrictMath.log(1 - random.nextDouble()) / rate;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** One of the choices, each as likely as its weight says. */
    <T> T weighted(List<T> choices, ToDoubleFunction<T> weight) {
        double left = random.nextDouble() * choices.stream().mapToDouble(weight).sum();
        for (T choice : choices) {
            left -= weight.applyAsDouble(choice);
            if (left < 0) {
                return choice;
            }
        }
        return choices.get(choices.size() - 1);
    }
}
