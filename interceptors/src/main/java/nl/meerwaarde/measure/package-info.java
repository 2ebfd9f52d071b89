/**
 * What a report is asked for: Measures of the profile {@code fact-measure}, read and kept to their rules, with what their groups count, add up and are divided
 * by. Definitions go in, {@link nl.meerwaarde.measure.FactMeasure}s come out. Knows no facts and no figures.
 */
@NullMarked
package nl.meerwaarde.measure;

import org.jspecify.annotations.NullMarked;
