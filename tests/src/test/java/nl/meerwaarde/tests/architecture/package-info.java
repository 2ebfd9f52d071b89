/** What ARCHITECTURE.md says about packages, as tests. */
@NullMarked
package nl.meerwaarde.tests.architecture;

import org.jspecify.annotations.NullMarked;
