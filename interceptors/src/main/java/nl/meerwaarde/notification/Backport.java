package nl.meerwaarde.notification;

/** Addresses of the implementation guide Subscriptions R5 Backport 1.1.0, and of the extensions by which R5's SubscriptionTopic is said in R4. */
final class Backport {
    private static final String GUIDE = "http://hl7.org/fhir/uv/subscriptions-backport/";
    private static final String EXTENSION = GUIDE + "StructureDefinition/";

    static final String SUBSCRIPTION = EXTENSION + "backport-subscription";
    static final String NOTIFICATION = EXTENSION + "backport-subscription-notification-r4";
    static final String STATUS = EXTENSION + "backport-subscription-status-r4";
    static final String FILTER_CRITERIA = EXTENSION + "backport-filter-criteria";
    static final String PAYLOAD_CONTENT = EXTENSION + "backport-payload-content";
    static final String HEARTBEAT_PERIOD = EXTENSION + "backport-heartbeat-period";
    static final String TIMEOUT = EXTENSION + "backport-timeout";
    static final String MAX_COUNT = EXTENSION + "backport-max-count";
    static final String TOPIC_OF_SERVER = EXTENSION + "capabilitystatement-subscriptiontopic-canonical";

    static final String STATUS_OPERATION = GUIDE + "OperationDefinition/backport-subscription-status";
    static final String EVENTS_OPERATION = GUIDE + "OperationDefinition/backport-subscription-events";

    private Backport() {}
}
