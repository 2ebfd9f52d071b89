/**
 * Operations whose answer is fetched later: a request with {@code Prefer: respond-async} is checked at once, runs as a batch job of the host, and is answered under the
 * address that its sender polls. Knows requests as parameters and answers as resources, not what they are about: features hand in their operations.
 */
@NullMarked
package nl.meerwaarde.asynchronous;

import org.jspecify.annotations.NullMarked;
