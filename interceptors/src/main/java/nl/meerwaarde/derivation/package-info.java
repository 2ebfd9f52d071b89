/**
 * The one step that keeps derived data true: hooks only note which resources a transaction changed; just before it commits, the step locks the
 * patients concerned, updates their record entries, writes score Observations and outcome facts that differ, and lets everything roll back together
 * when something is wrong. Reads and writes through {@code record}, {@code score} and {@code outcome}; nothing reads from here.
 */
@NullMarked
package nl.meerwaarde.derivation;

import org.jspecify.annotations.NullMarked;
