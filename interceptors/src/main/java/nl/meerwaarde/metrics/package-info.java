/**
 * Measuring submit, derive and report, and counting emergencies, with Micrometer, in hosts that have it. Other hosts measure nothing and say so in one log line.
 */
@NullMarked
package nl.meerwaarde.metrics;

import org.jspecify.annotations.NullMarked;
