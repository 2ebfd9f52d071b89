/**
 * Fitting case-mix models on outcome facts: reads episodes of a period out of the tables that {@code outcome} writes, lays their covariates out with the
 * same rules by which {@code casemix} expects, has {@code statistics} estimate, and writes the result as a draft model, or every reason why there is none.
 * Stores nothing.
 */
@NullMarked
package nl.meerwaarde.fitting;

import org.jspecify.annotations.NullMarked;
