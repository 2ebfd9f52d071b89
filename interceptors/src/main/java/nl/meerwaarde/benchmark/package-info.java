/**
 * Organisations side by side: the adjusted outcomes that may be shown, against the limits of chance, as a table and as a picture. Reads what {@code measure}
 * computes; makes no figures of its own.
 */
@NullMarked
package nl.meerwaarde.benchmark;

import org.jspecify.annotations.NullMarked;
