/**
 * From answers to scores: the calculator runs an instrument's expressions over a response, the mapper makes score Observations of the results. Pure:
 * the same response and instrument always give the same scores, and nothing is read or stored. Flows on to {@code record} and {@code outcome}.
 */
@NullMarked
package nl.meerwaarde.score;

import org.jspecify.annotations.NullMarked;
