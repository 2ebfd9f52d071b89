/**
 * Where the numbers of a report come from: facts of a period, added up. A {@link nl.meerwaarde.measure.FactMeasure} and a
 * {@link nl.meerwaarde.cell.ReportScope} go in; {@link nl.meerwaarde.cell.ReportCells} come out, whose cells pool by adding. Sums the tables that {@code outcome}
 * writes, takes what is settled or was delivered added up, and keeps the facts of a year of which something was released. Knows the SQL of
 * reports; rounds nothing and computes no figure.
 */
@NullMarked
package nl.meerwaarde.cell;

import org.jspecify.annotations.NullMarked;
