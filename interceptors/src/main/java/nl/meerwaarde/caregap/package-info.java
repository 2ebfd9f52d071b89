/**
 * Who still owes a measurement: from the facts of episodes and moments, with the Measures that {@code measure} reads, to a document per patient in the shape of
 * the guide for the exchange of data for quality measures (DEQM). Writes nothing.
 */
@NullMarked
package nl.meerwaarde.caregap;

import org.jspecify.annotations.NullMarked;
