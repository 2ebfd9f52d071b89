/** What pictures are written with: the elements of an SVG, and how wide a text is at most. Knows nothing of what is drawn. */
@NullMarked
package nl.meerwaarde.svg;

import org.jspecify.annotations.NullMarked;
