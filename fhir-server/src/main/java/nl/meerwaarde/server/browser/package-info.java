/** What browsers are told with every answer, so that nobody uses them against their owners. Knows HTTP, no rule of ours. */
@NullMarked
package nl.meerwaarde.server.browser;

import org.jspecify.annotations.NullMarked;
