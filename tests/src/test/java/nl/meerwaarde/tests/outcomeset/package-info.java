/** Outcome sets as a hospital uses them: switched on and off, made its own, refused, and counted. */
@NullMarked
package nl.meerwaarde.tests.outcomeset;

import org.jspecify.annotations.NullMarked;
