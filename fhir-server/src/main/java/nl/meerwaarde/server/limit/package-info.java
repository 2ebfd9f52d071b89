/**
 * How much may come in at once: bytes of a body, entries of a Bundle, what a search asks for, requests of one client, and pages of which other sites may ask. It knows HTTP and the shape of
 * FHIR requests, nothing of what is in them. Everything too much is refused before the database is asked.
 */
@NullMarked
package nl.meerwaarde.server.limit;

import org.jspecify.annotations.NullMarked;
