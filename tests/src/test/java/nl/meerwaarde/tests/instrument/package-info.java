/** Instruments that come to a server while it runs: used at once, or refused with the reason. */
@NullMarked
package nl.meerwaarde.tests.instrument;

import org.jspecify.annotations.NullMarked;
