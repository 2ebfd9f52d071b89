/** Many clients at once: nothing is lost, nothing breaks, and what is derived is right afterwards. */
@NullMarked
package nl.meerwaarde.tests.concurrency;

import org.jspecify.annotations.NullMarked;
