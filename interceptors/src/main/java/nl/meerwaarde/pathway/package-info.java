/**
 * Care pathways as far as outcomes need them: measurement moments with their windows and instruments, the index event, the events that are outcomes.
 * In flows a PlanDefinition of the profile {@code care-pathway}, out comes an immutable {@link nl.meerwaarde.pathway.Pathway}.
 */
@NullMarked
package nl.meerwaarde.pathway;

import org.jspecify.annotations.NullMarked;
