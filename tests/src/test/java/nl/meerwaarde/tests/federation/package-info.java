/** Reports that organisations deliver to a node that pools them. */
@NullMarked
package nl.meerwaarde.tests.federation;

import org.jspecify.annotations.NullMarked;
