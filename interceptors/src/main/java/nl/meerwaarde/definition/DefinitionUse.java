package nl.meerwaarde.definition;

import nl.meerwaarde.fhir.CanonicalReference;

/** Whether stored data names a definition. */
@FunctionalInterface
public interface DefinitionUse {
    /** True when at least one stored resource was computed with this definition. */
    boolean isUsed(CanonicalReference canonical);
}
