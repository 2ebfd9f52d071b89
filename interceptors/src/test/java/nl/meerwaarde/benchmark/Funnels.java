package nl.meerwaarde.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import nl.meerwaarde.benchmark.FunnelPlot.AtSize;
import nl.meerwaarde.benchmark.FunnelPlot.Limits;
import nl.meerwaarde.benchmark.FunnelPlot.Point;
import nl.meerwaarde.benchmark.FunnelPlot.Standing;

/** Made-up comparisons of hospitals: a gain in points with normal limits. */
final class Funnels {
    private static final double TARGET = 16.9;
    private static final double DEVIATION = 9.3;

    private Funnels() {}

    static FunnelPlot random(long seed, String language) {
        Random random = new Random(seed);
        List<Point> points = new ArrayList<>();
        int hospitals = random.nextInt(90);
        for (int i = 0; i < hospitals; i++) {
            int patients = 30 + (int) Math.abs(random.nextGaussian() * 220);
            double z = random.nextGaussian() * 1.3;
            points.add(new Point(
                    "Hospital " + (i + 1),
                    patients,
                    TARGET + z * DEVIATION / Math.sqrt(patients),
                    standing(z),
                    i == 7));
        }
        int most = points.stream().mapToInt(Point::patients).max().orElse(1);
        return new FunnelPlot(
                language,
                Unit.ORGANIZATION,
                "Oxford Knee Score after primary knee replacement, 2025",
                "Adjusted gain after 6 months, in points (more is better)",
                false,
                "patients",
                TARGET,
                List.of(limits(0.95, 1.96, most), limits(0.998, 3.09, most)),
                points,
                "");
    }

    private static Standing standing(double z) {
        if (Math.abs(z) < 1.96) {
            return Standing.WITHIN;
        }
        boolean far = Math.abs(z) >= 3.09;
        return z > 0
                ? (far ? Standing.ABOVE_99_8 : Standing.ABOVE_95)
                : (far ? Standing.BELOW_99_8 : Standing.BELOW_95);
    }

    private static Limits limits(double share, double z, int most) {
        return new Limits(
                share,
                IntStream.rangeClosed(1, 100)
                        .mapToDouble(i -> Math.max(10, most * i / 100.0))
                        .mapToObj(n -> new AtSize(
                                n, TARGET - z * DEVIATION / Math.sqrt(n), TARGET + z * DEVIATION / Math.sqrt(n)))
                        .toList());
    }
}
