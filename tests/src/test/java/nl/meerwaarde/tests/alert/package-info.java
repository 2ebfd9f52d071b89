/** What alarming answers set in motion. */
@NullMarked
package nl.meerwaarde.tests.alert;

import org.jspecify.annotations.NullMarked;
