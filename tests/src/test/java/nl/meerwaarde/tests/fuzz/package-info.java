/** Requests that nobody should send, in great numbers: drawn from a seed, so that each can be sent again. Knows HTTP and JSON, no rule of ours. */
@NullMarked
package nl.meerwaarde.tests.fuzz;

import org.jspecify.annotations.NullMarked;
