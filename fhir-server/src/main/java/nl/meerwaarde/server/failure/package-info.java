/** What the log tells of requests that failed: enough to find the fault, nothing of what was asked or sent. Knows HAPI, no rule of ours. */
@NullMarked
package nl.meerwaarde.server.failure;

import org.jspecify.annotations.NullMarked;
