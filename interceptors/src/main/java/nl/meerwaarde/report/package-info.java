/**
 * The report that a recipient gets: {@code Measure/$evaluate-measure}. A request becomes cells and figures, these go through disclosure control, and only what is
 * left is written into a MeasureReport, which is published where that is asked for and never changes then. Knows who may be told what, and the operation; the
 * numbers come from {@code cell} and {@code figure}.
 */
@NullMarked
package nl.meerwaarde.report;

import org.jspecify.annotations.NullMarked;
