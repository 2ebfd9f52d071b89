/**
 * The demonstration: a synthetic cohort of joint replacements, and the profile {@code demo}, which loads it once and prints a first outcome report.
 * {@link nl.meerwaarde.server.demo.SyntheticCohort} is pure (a seed and a size give Bundles) and also serves tests and benchmarks; loading goes
 * through storage, reporting through the public FHIR API alone. Flows out to the console; nothing of the product depends on it.
 */
@NullMarked
package nl.meerwaarde.server.demo;

import org.jspecify.annotations.NullMarked;
