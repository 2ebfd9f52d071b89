package nl.meerwaarde.definition;

import nl.meerwaarde.fhir.CanonicalReference;

/** Whether what is stored names a definition. */
@FunctionalInterface
public interface DefinitionUse {
    /** True when a stored resource was computed with this definition, or another definition takes it over. */
    boolean isUsed(CanonicalReference canonical);
}
