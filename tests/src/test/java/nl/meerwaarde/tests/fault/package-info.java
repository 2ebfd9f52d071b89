/** Faults that a stock HAPI server has and ours must not show: one test for each. */
@NullMarked
package nl.meerwaarde.tests.fault;

import org.jspecify.annotations.NullMarked;
