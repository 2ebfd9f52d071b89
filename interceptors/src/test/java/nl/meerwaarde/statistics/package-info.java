/** Proves statistics against published examples and by their laws. */
@NullMarked
package nl.meerwaarde.statistics;

import org.jspecify.annotations.NullMarked;
