/**
 * A pathway as a metro map: lines are the patient, professions and diagnostics, stations are activities, interchanges are decisions. In flows a PlanDefinition and
 * a language, out comes a picture (SVG). Reading, laying out and drawing are pure functions one after the other: the same pathway gives the same picture, to the byte.
 */
@NullMarked
package nl.meerwaarde.metromap;

import org.jspecify.annotations.NullMarked;
