package nl.meerwaarde.notification;

import java.util.Date;
import java.util.List;
import java.util.UUID;
import nl.meerwaarde.notification.Payloads.Payload;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Parameters;

/** A notification as the R5 backport says it in R4: a history whose first entry is the state of the subscription. */
final class NotificationBundle {
    private NotificationBundle() {}

    static Bundle of(
            Parameters status,
            String subscription,
            List<Payload> payloads,
            Content content,
            String serverBase,
            Date timestamp) {
        Bundle bundle = new Bundle();
        bundle.getMeta().addProfile(Backport.NOTIFICATION);
        bundle.setType(BundleType.HISTORY).setTimestamp(timestamp);
        BundleEntryComponent first = bundle.addEntry();
        first.setFullUrl("urn:uuid:" + UUID.randomUUID()).setResource(status);
        first.getRequest().setMethod(HTTPVerb.GET).setUrl("Subscription/" + subscription + "/$status");
        first.getResponse().setStatus("200");
        if (content != Content.EMPTY) {
            payloads.forEach(payload -> add(bundle, payload, content, serverBase));
        }
        return bundle;
    }

    private static void add(Bundle bundle, Payload payload, Content content, String serverBase) {
        Event event = payload.event();
        BundleEntryComponent entry = bundle.addEntry();
        entry.setFullUrl(StatusParameters.address(serverBase, event));
        if (content == Content.FULL_RESOURCE) {
            entry.setResource(payload.resource());
        }
        entry.getRequest()
                .setMethod(event.created() ? HTTPVerb.POST : HTTPVerb.PUT)
                .setUrl(event.created() ? event.resourceType() : event.reference());
        entry.getResponse().setStatus(event.created() ? "201" : "200");
    }
}
