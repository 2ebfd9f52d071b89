/**
 * Who asks, for this server: tokens of the issuers that the settings name, or nobody is asked where the server runs in the open on one machine. Knows OAuth and Spring
 * Security; hands on no more than a {@link nl.meerwaarde.requester.Requester}.
 */
@NullMarked
package nl.meerwaarde.server.identity;

import org.jspecify.annotations.NullMarked;
