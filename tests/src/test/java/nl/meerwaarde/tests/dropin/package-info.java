/**
 * The plug-in suite in somebody else's server: a plain HAPI JPA server on bare Spring and an embedded Tomcat, with nothing of our own server. What the
 * host had stored before the suite came is part of the trial.
 */
@NullMarked
package nl.meerwaarde.tests.dropin;

import org.jspecify.annotations.NullMarked;
