/** Forms that are filled in with what is known: {@code $populate} over HTTP. */
@NullMarked
package nl.meerwaarde.tests.population;

import org.jspecify.annotations.NullMarked;
