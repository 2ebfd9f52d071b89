/** Outcome facts: whatever comes in which order, the tables say what follows from what is stored now. */
@NullMarked
package nl.meerwaarde.tests.outcome;

import org.jspecify.annotations.NullMarked;
