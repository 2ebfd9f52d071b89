package nl.meerwaarde.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.meerwaarde.statistics.ControlLimits;
import nl.meerwaarde.statistics.ControlLimits.Method;
import nl.meerwaarde.statistics.OverDispersion;

/**
 * How control limits are to be computed.
 *
 * @param method of chance; empty: exact for shares without additive over-dispersion, else normal
 * @param dispersion what organisations differ by beyond chance
 */
record LimitChoice(Optional<Method> method, Dispersion dispersion) {
    /** What organisations differ by beyond chance, one per code of the parameter {@code overDispersion}. */
    enum Dispersion {
        NONE,
        ADDITIVE,
        MULTIPLICATIVE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Dispersion> of(String code) {
            return Arrays.stream(values())
                    .filter(dispersion -> dispersion.code().equals(code))
                    .findFirst();
        }
    }

    /** The method of a code of the parameter {@code limits}. */
    static Optional<Method> methodOf(String code) {
        return Arrays.stream(Method.values())
                .filter(method -> method.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst();
    }

    /** Whether it can be had of a share, or of a mean. */
    boolean suits(boolean share) {
        return method.filter(chosen -> chosen == Method.EXACT).isEmpty() || share && dispersion != Dispersion.ADDITIVE;
    }

    /** The method for shares. */
    Method ofShares() {
        return method.orElse(dispersion == Dispersion.ADDITIVE ? Method.NORMAL : Method.EXACT);
    }

    /** An organisation by which the others' differences are measured. */
    record Compared(double value, double size) {}

    /** Limits that are as much wider as these organisations differ beyond chance. */
    ControlLimits widened(ControlLimits limits, List<Compared> organizations) {
        if (dispersion == Dispersion.NONE || organizations.isEmpty()) {
            return limits;
        }
        double[] s = organizations.stream()
                .mapToDouble(organization -> limits.standardDeviation(organization.size()))
                .toArray();
        double[] z = new double[s.length];
        for (int i = 0; i < s.length; i++) {
            z[i] = (organizations.get(i).value() - limits.target()) / s[i];
        }
        return limits.widenedBy(
                dispersion == Dispersion.ADDITIVE ? OverDispersion.additive(z, s) : OverDispersion.multiplicative(z));
    }
}
