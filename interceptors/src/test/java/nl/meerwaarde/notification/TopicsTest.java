package nl.meerwaarde.notification;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import org.junit.jupiter.api.Test;

/** The topics that are shipped, as they are read. */
class TopicsTest {
    private static final String EMERGENCY = "https://w3id.org/meerwaarde/fhir/SubscriptionTopic/emergency-access";

    @Test
    void aTopicIsOfChangesOrOfAnEvent() {
        Topics topics = Topics.shipped(FhirContext.forR4Cached(), true);
        assertThat(topics.find(EMERGENCY)).hasValueSatisfying(topic -> {
            assertThat(topic.trigger())
                    .isEqualTo(Trigger.ofEvent("AuditEvent", EmergencyNotifications.BREAK_THE_GLASS));
            assertThat(topic.filters()).containsExactly("patient", "agent");
        });
        assertThat(topics.find(EMERGENCY.replace("emergency-access", "safety-alert")))
                .hasValueSatisfying(topic -> {
                    assertThat(topic.trigger().event()).isNull();
                    assertThat(topic.trigger().onCreate()).isTrue();
                    assertThat(topic.trigger().onUpdate()).isFalse();
                });
    }

    /** A subscription to it would be silent for ever. */
    @Test
    void whereNoAccessIsRecordedNoneIsOffered() {
        Topics topics = Topics.shipped(FhirContext.forR4Cached(), false);
        assertThat(topics.find(EMERGENCY)).isEmpty();
        assertThat(topics.addresses()).hasSize(4);
    }
}
