/** Case-mix models over HTTP: what they expect, that a new version leaves the old one alone, and fitting one on facts. */
@NullMarked
package nl.meerwaarde.tests.casemix;

import org.jspecify.annotations.NullMarked;
