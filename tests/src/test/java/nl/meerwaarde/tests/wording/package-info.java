/** The owner's wording over an instrument. */
@NullMarked
package nl.meerwaarde.tests.wording;

import org.jspecify.annotations.NullMarked;
