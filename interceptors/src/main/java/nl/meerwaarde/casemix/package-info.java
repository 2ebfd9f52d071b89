/**
 * Case-mix models: Libraries that say what is to be expected of an episode from what was known at its index date. Reads and checks them, keeps those that
 * are active by pathway, and computes an expectation, all without a database in between. Models flow in as definitions and out to {@code outcome}, which
 * stores what they expect, and to {@code fitting}, which fills in coefficients.
 */
@NullMarked
package nl.meerwaarde.casemix;

import org.jspecify.annotations.NullMarked;
