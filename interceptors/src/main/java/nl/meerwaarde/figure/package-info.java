/**
 * From sums to figures: means, proportions, case-mix adjusted gain, observed over expected, and where they lie between control limits. Cells go in, an
 * {@link nl.meerwaarde.figure.OutcomeReport} comes out. Arithmetic only; knows no database, no resource and no recipient.
 */
@NullMarked
package nl.meerwaarde.figure;

import org.jspecify.annotations.NullMarked;
