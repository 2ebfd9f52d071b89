/**
 * Outcome facts: what a patient's record says about episodes, moments, scores, events and expectations, as rows that reports read with SQL. The
 * derivation is a pure function of the record entries and the pathways they name, so facts kept up to date equal facts rebuilt from scratch. Flows on
 * to {@code measure}.
 */
@NullMarked
package nl.meerwaarde.outcome;

import org.jspecify.annotations.NullMarked;
