/** Modular forms over HTTP: parts are stored, the form is assembled, stored and answered, and its parts are scored as they are alone. */
@NullMarked
package nl.meerwaarde.tests.assembly;

import org.jspecify.annotations.NullMarked;
