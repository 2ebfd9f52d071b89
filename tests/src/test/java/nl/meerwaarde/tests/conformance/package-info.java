/** What the server says about itself: nothing it does not do, and all that it ships. */
@NullMarked
package nl.meerwaarde.tests.conformance;

import org.jspecify.annotations.NullMarked;
