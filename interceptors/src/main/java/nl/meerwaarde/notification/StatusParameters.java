package nl.meerwaarde.notification;

import java.util.Date;
import java.util.List;
import nl.meerwaarde.notification.Payloads.Payload;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.jspecify.annotations.Nullable;

/** The state of a subscription as the R5 backport says it in R4: Parameters. */
final class StatusParameters {
    private final Parameters parameters = new Parameters();

    /**
     * @param subscription its address
     * @param type of the notification: {@code handshake}, {@code heartbeat}, {@code event-notification}, {@code query-status} or {@code query-event}
     */
    StatusParameters(
            String subscription,
            @Nullable String topic,
            SubscriptionStatus status,
            String type,
            long eventsSinceStart) {
        parameters.getMeta().addProfile(Backport.STATUS);
        parameters.addParameter().setName("subscription").setValue(new Reference(subscription));
        if (topic != null) {
            parameters.addParameter().setName("topic").setValue(new CanonicalType(topic));
        }
        parameters.addParameter().setName("status").setValue(new CodeType(status.toCode()));
        parameters.addParameter().setName("type").setValue(new CodeType(type));
        parameters.addParameter("events-since-subscription-start", String.valueOf(eventsSinceStart));
    }

    /** What happened; without content not even to what. */
    StatusParameters events(List<Payload> payloads, Content content, String serverBase) {
        for (Payload payload : payloads) {
            Event event = payload.event();
            ParametersParameterComponent parameter = parameters.addParameter().setName("notification-event");
            parameter.addPart().setName("event-number").setValue(new StringType(String.valueOf(event.number())));
            parameter.addPart().setName("timestamp").setValue(new InstantType(Date.from(event.happenedAt())));
            if (content != Content.EMPTY) {
                parameter.addPart().setName("focus").setValue(new Reference(address(serverBase, event)));
            }
        }
        return this;
    }

    StatusParameters error(@Nullable String error) {
        if (error != null) {
            parameters.addParameter().setName("error").setValue(new CodeableConcept().setText(error));
        }
        return this;
    }

    /** How much was not told because the subscriber may not read it; null: nobody asks who may know. */
    StatusParameters withheld(@Nullable Long count) {
        if (count != null) {
            parameters.addParameter("events-withheld", String.valueOf(count));
        }
        return this;
    }

    static String address(String serverBase, Event event) {
        return address(serverBase, event.reference());
    }

    static String address(String serverBase, String reference) {
        return serverBase.isEmpty() ? reference : serverBase + "/" + reference;
    }

    Parameters parameters() {
        return parameters;
    }
}
