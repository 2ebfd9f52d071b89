/**
 * Signing in and giving applications their tokens: the authorization server that this server brings for its first minute and for tests (SMART App Launch 2.2 on Spring
 * Authorization Server). Off unless {@code meerwaarde.login.enabled}; in production an identity provider of the hospital's does this. Knows people, applications, launches and
 * tokens; what somebody may do with a token, others decide.
 */
@NullMarked
package nl.meerwaarde.server.login;

import org.jspecify.annotations.NullMarked;
