/**
 * Shared decisions: CarePlans of the profile {@code shared-decision}, part of an episode. Takes part in the step before the commit: refuses decisions, and
 * treatments that follow from them, that break rules, with everything that is wrong, and asks the patient how the decision was taken. Reads the
 * {@code record} and the care team; nothing reads from here.
 */
@NullMarked
package nl.meerwaarde.decision;

import org.jspecify.annotations.NullMarked;
