/** Teams: what is refused, and whom a patient calls. */
@NullMarked
package nl.meerwaarde.tests.team;

import org.jspecify.annotations.NullMarked;
