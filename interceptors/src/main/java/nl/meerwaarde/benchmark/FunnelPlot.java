package nl.meerwaarde.benchmark;

import java.util.List;
import java.util.Locale;

/**
 * A funnel plot before it is drawn: how an outcome of each organisation compares with what chance allows at its number of patients.
 *
 * @param language of names and sentences: {@code en} or {@code nl}
 * @param unit what is compared
 * @param title of the comparison
 * @param outcome what the vertical axis shows, with its unit
 * @param percent whether outcomes are shares, to be written as percentages
 * @param target where the organisations would all lie if nothing but chance made them differ
 * @param bySize what the horizontal axis shows: the key of a word
 * @param limits the control limits, inner ones first
 * @param points the organisations whose outcome may be shown
 * @param note who is not in the picture and why; empty when everybody is
 * @see <a href="https://doi.org/10.1002/sim.1970">Spiegelhalter 2005, Funnel plots for comparing institutional performance</a>
 */
record FunnelPlot(
        String language,
        Unit unit,
        String title,
        String outcome,
        boolean percent,
        String bySize,
        double target,
        List<Limits> limits,
        List<Point> points,
        String note) {
    FunnelPlot {
        limits = List.copyOf(limits);
        points = List.copyOf(points);
    }

    /**
     * The limits within which so many of those without a difference lie.
     *
     * @param share of them, such as 0.95
     * @param curve the limits by size of an organisation, the smallest first
     */
    record Limits(double share, List<AtSize> curve) {
        Limits {
            curve = List.copyOf(curve);
        }
    }

    /** The limits at a size: a number of patients, or of what a model expected of them. */
    record AtSize(double size, double low, double high) {}

    /**
     * An organisation.
     *
     * @param name what it is called, to whoever looks: its name, a pseudonym, or what others are called together
     * @param patients how many stand behind its outcome; more than none
     * @param own whether whoever looks looks at themselves
     * @param size where it lies across: its patients, or what a model expected of them
     */
    record Point(String name, int patients, double outcome, Standing standing, boolean own, double size) {
        /** Among organisations by number of patients. */
        Point(String name, int patients, double outcome, Standing standing, boolean own) {
            this(name, patients, outcome, standing, own, patients);
        }
    }

    /** Where an organisation lies; above and below are directions in the picture, not judgements. */
    enum Standing {
        WITHIN,
        ABOVE_95,
        BELOW_95,
        ABOVE_99_8,
        BELOW_99_8;

        /** How sentences know it. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** That of the largest organisation. */
    double largestSize() {
        return points.stream().mapToDouble(Point::size).max().orElse(1);
    }
}
