/**
 * From outcome facts to reports: reads Measures of the profile {@code fact-measure}, sums facts in one SQL statement, computes means, proportions,
 * case-mix adjusted gain and control-limit status from the sums, and writes MeasureReports. Reads the tables that {@code outcome} writes; computes in
 * plain Java between; publishes reports that never change.
 */
@NullMarked
package nl.meerwaarde.measure;

import org.jspecify.annotations.NullMarked;
