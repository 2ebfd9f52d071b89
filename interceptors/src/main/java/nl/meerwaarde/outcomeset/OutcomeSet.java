package nl.meerwaarde.outcomeset;

import java.util.List;
import nl.meerwaarde.fhir.CanonicalReference;

/**
 * An outcome set as its own definition says it; {@link WholeSet} also has what it takes over.
 *
 * @param canonical address and version of the PlanDefinition
 * @param on whether the hospital has switched it on (status active)
 * @param measurements its own outcomes and case-mix variables, in order
 * @param taken the sets it takes over, in order
 */
record OutcomeSet(CanonicalReference canonical, boolean on, List<Measurement> measurements, List<TakenSet> taken) {
    OutcomeSet {
        measurements = List.copyOf(measurements);
        taken = List.copyOf(taken);
    }

    /**
     * A set that is taken over whole.
     *
     * @param set address and version
     * @param moments when its outcomes are measured instead of at their own moments; empty for their own
     */
    record TakenSet(CanonicalReference set, List<String> moments) {
        TakenSet {
            moments = List.copyOf(moments);
        }
    }
}
