/**
 * Who asks. The host knows it (from a token, or because it runs in the open on one machine) and tells it by a {@link nl.meerwaarde.requester.RequesterSource}; what somebody
 * may do with it, what is recorded of it, and for whom a report is, others decide.
 */
@NullMarked
package nl.meerwaarde.requester;

import org.jspecify.annotations.NullMarked;
