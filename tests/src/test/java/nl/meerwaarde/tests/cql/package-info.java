/** Whether the shipped measures and what is shipped of them in CQL say the same. */
@NullMarked
package nl.meerwaarde.tests.cql;

import org.jspecify.annotations.NullMarked;
