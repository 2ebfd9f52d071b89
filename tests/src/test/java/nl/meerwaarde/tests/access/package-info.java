/** Who may do what: every cell of the matrix, and every way around it that we know. */
@NullMarked
package nl.meerwaarde.tests.access;

import org.jspecify.annotations.NullMarked;
