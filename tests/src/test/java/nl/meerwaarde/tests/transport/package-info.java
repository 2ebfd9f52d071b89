/** How answers travel: over TLS, and with what browsers must know. Knows HTTP, no rule of ours. */
@NullMarked
package nl.meerwaarde.tests.transport;

import org.jspecify.annotations.NullMarked;
