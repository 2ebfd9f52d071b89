/** Proves that fitting finds the coefficients behind episodes, and says why where it cannot. */
@NullMarked
package nl.meerwaarde.fitting;

import org.jspecify.annotations.NullMarked;
