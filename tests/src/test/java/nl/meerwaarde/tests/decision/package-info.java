/** Shared decisions over HTTP: what is refused, what is found, what is asked about them. */
@NullMarked
package nl.meerwaarde.tests.decision;

import org.jspecify.annotations.NullMarked;
