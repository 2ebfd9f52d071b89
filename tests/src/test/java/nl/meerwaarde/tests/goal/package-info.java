/** Personal goals over HTTP: what is refused, what is proposed, what counts. */
@NullMarked
package nl.meerwaarde.tests.goal;

import org.jspecify.annotations.NullMarked;
