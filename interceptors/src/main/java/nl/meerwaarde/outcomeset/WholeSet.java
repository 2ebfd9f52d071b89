package nl.meerwaarde.outcomeset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.CanonicalReference;

/**
 * An outcome set with everything it takes over.
 *
 * @param set the set itself
 * @param parts the taken sets, depth first, then the set's own measurements; each at the moments that count for this set
 * @param unknown taken sets this server does not have
 */
record WholeSet(OutcomeSet set, List<Part> parts, List<CanonicalReference> unknown) {
    WholeSet {
        parts = List.copyOf(parts);
        unknown = List.copyOf(unknown);
    }

    /**
     * Puts a set together. What is taken in two ways at the same moments is taken once, so sets that take each other do no harm.
     *
     * @param find finds the sets that are named
     */
    static WholeSet of(OutcomeSet set, Function<CanonicalReference, Optional<OutcomeSet>> find) {
        Expansion expansion = new Expansion(find);
        expansion.add(set, List.of());
        return new WholeSet(set, expansion.parts, List.copyOf(expansion.unknown));
    }

    /** Everything that is measured. */
    Stream<Measurement> measurements() {
        return parts.stream().flatMap(part -> part.measurements().stream());
    }

    /**
     * What comes from one definition.
     *
     * @param set the definition
     * @param measurements what it measures, at the moments that count
     */
    record Part(CanonicalReference set, List<Measurement> measurements) {
        Part {
            measurements = List.copyOf(measurements);
        }
    }

    private static final class Expansion {
        private final Function<CanonicalReference, Optional<OutcomeSet>> find;
        private final Set<OutcomeSet.TakenSet> seen = new HashSet<>();
        private final List<Part> parts = new ArrayList<>();
        private final Set<CanonicalReference> unknown = new LinkedHashSet<>();

        Expansion(Function<CanonicalReference, Optional<OutcomeSet>> find) {
            this.find = find;
        }

        /** @param moments those of whoever takes the set; empty for its own */
        void add(OutcomeSet set, List<String> moments) {
            if (!seen.add(new OutcomeSet.TakenSet(set.canonical(), moments))) {
                return;
            }
            for (OutcomeSet.TakenSet taken : set.taken()) {
                List<String> at = moments.isEmpty() ? taken.moments() : moments;
                find.apply(taken.set()).ifPresentOrElse(found -> add(found, at), () -> unknown.add(taken.set()));
            }
            parts.add(new Part(set.canonical(), at(set.measurements(), moments)));
        }

        private static List<Measurement> at(List<Measurement> measurements, List<String> moments) {
            return moments.isEmpty()
                    ? measurements
                    : measurements.stream()
                            .map(measurement -> measurement.at(moments))
                            .toList();
        }
    }
}
