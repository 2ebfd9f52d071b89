/** Proves what case-mix models expect, and what makes one unusable. */
@NullMarked
package nl.meerwaarde.casemix;

import org.jspecify.annotations.NullMarked;
