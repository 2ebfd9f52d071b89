/** Pathways as pictures. */
@NullMarked
package nl.meerwaarde.tests.metromap;

import org.jspecify.annotations.NullMarked;
