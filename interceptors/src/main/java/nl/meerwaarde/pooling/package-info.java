/**
 * What a report tells of its sums, so that somebody else can add them to those of others: written into the report of one organisation, and read from a report
 * that arrives, which is believed only where everything adds up. Cells become extensions of a MeasureReport, and a MeasureReport becomes a
 * {@link nl.meerwaarde.pooling.PoolableReport}; whoever receives it keeps it.
 */
@NullMarked
package nl.meerwaarde.pooling;

import org.jspecify.annotations.NullMarked;
