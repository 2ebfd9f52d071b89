/** Reports as a registry asks for them: {@code $evaluate-measure}, published reports, and the rebuild of the facts behind them. */
@NullMarked
package nl.meerwaarde.tests.report;

import org.jspecify.annotations.NullMarked;
