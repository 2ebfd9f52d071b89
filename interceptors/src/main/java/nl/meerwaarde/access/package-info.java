/**
 * Who may do what: the matrix of roles and resources, scopes of tokens, whose patient is whose, and the gate that holds every request to them. Knows who asks from the
 * host's {@link nl.meerwaarde.requester.RequesterSource}; where there is none, this is off.
 */
@NullMarked
package nl.meerwaarde.access;

import org.jspecify.annotations.NullMarked;
