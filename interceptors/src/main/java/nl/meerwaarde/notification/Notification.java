package nl.meerwaarde.notification;

import java.net.URI;

/**
 * What is sent at once.
 *
 * @param id the same each time it is sent, so that a receiver recognises what it has already
 * @param method of HTTP
 * @param contentType of the body; empty: there is no body
 */
record Notification(String id, String method, URI address, String contentType, String body) {}
