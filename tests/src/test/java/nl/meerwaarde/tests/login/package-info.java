/** Signing in and getting tokens, as people, applications and systems do it. */
@NullMarked
package nl.meerwaarde.tests.login;

import org.jspecify.annotations.NullMarked;
