/**
 * Telling other systems what changed: Subscriptions of FHIR R4 (criteria) and of the R5 backport (topics), over rest-hook. What there is to tell is noted in the
 * transaction of the change and sent afterwards, as long as it takes. Knows nothing of what the resources mean; what a subscriber may see, a
 * {@link nl.meerwaarde.notification.PayloadRule} says.
 */
@NullMarked
package nl.meerwaarde.notification;

import org.jspecify.annotations.NullMarked;
