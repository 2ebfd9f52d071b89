/**
 * Personal goals: what matters to a patient, and how far it was reached. Takes part in the step before the commit: refuses goals and attainments that break
 * rules, proposes attainments that follow from scores, and keeps achievement and T-score equal to what patients confirmed. Reads the {@code record}; nothing
 * reads from here, and no report does.
 */
@NullMarked
package nl.meerwaarde.goal;

import org.jspecify.annotations.NullMarked;
