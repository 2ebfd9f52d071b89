/** Who is let in at all. */
@NullMarked
package nl.meerwaarde.tests.identity;

import org.jspecify.annotations.NullMarked;
