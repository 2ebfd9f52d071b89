/** Answers in the reader's language. */
@NullMarked
package nl.meerwaarde.tests.language;

import org.jspecify.annotations.NullMarked;
