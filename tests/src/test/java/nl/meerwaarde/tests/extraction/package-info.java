/** Resources made of answers: {@code $extract} over HTTP. */
@NullMarked
package nl.meerwaarde.tests.extraction;

import org.jspecify.annotations.NullMarked;
