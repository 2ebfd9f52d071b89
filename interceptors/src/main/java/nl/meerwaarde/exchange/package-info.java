/**
 * What a Measure is computed from, for whoever computes it elsewhere: which data it needs ({@code $data-requirements}), and the data of patients ({@code $collect-data}).
 * Reads Measures, pathways and facts; facts say which resources lie behind them, HAPI's storage gives these. Writes nothing.
 */
@NullMarked
package nl.meerwaarde.exchange;

import org.jspecify.annotations.NullMarked;
