/**
 * Import of CSV files of existing PROM systems. In flow a mapping (data, not code) and rows; each row becomes one transaction Bundle that takes the
 * same way in as a portal's submission, so the storage hooks check, stamp, score and derive. A check does all but the storing, and compares our scores
 * with those in the file. Knows files and columns; knows nothing of how outcomes are derived.
 */
@NullMarked
package nl.meerwaarde.importing;

import org.jspecify.annotations.NullMarked;
