/**
 * Checking what comes in over REST against FHIR itself (types, cardinalities, profiles) with HAPI's validator, kept ready in a pool. For responses the
 * instrument's own rules are checked in the same step, so that one 422 lists everything.
 */
@NullMarked
package nl.meerwaarde.validation;

import org.jspecify.annotations.NullMarked;
