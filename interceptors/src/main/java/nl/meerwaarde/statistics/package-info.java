/**
 * Statistics: control limits and their over-dispersion, least squares, logistic regression, discrimination and calibration. Arithmetic only: numbers
 * come in, numbers or reasons why there are none go out. The only package that knows the statistics library (Hipparchus), and none of its types leaves it.
 */
@NullMarked
package nl.meerwaarde.statistics;

import org.jspecify.annotations.NullMarked;
