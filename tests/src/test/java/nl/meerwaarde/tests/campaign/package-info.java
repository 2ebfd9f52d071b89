/**
 * Tests that take minutes, because they start the delivered server in processes of their own, kill them and let them meet on one database. They run by the
 * Maven profile {@code campaign} only; the seed of every random choice is printed, so that a run can be repeated.
 */
@NullMarked
package nl.meerwaarde.tests.campaign;

import org.jspecify.annotations.NullMarked;
