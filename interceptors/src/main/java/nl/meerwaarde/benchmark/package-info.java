/**
 * Organisations side by side: {@code Measure/$benchmark}. Takes the report that {@code measure} gives a recipient, puts the limits of chance beside its figures and
 * draws them; makes no figures of its own and reads no facts, so that a comparison tells its recipient nothing that its report does not.
 */
@NullMarked
package nl.meerwaarde.benchmark;

import org.jspecify.annotations.NullMarked;
