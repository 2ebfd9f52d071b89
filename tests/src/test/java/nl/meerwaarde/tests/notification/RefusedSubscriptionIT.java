package nl.meerwaarde.tests.notification;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;

import java.util.function.Consumer;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.TestServer;
import nl.meerwaarde.tests.support.TestSubscription;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelType;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not refused would be silence later. */
class RefusedSubscriptionIT {
    private static final String ENDPOINT = "http://localhost:9/hook";
    private static final String CRITERIA = "Subscription.criteria";

    private final Fhir fhir = TestServer.fhir();

    @ParameterizedTest
    @CsvSource({
        "Observation?patient.name=Anna, CHAIN",
        "Observation?_has:Provenance:target:agent=x, _has",
        "Observation?_lastUpdated=gt2026-01-01, _lastUpdated",
        "Observation?_count=5, _count",
        "Observation?colour=red, colour",
        "Observation?status:missing=true, status:missing",
        "Observation?date=yesterday, yesterday",
        "Observation?patient=, 'patient' has no value",
        "Observation?patient, 'patient' has no value",
        "Observation?%zz=1, cannot be searched by",
        "Observation?code-value-quantity=x$2, code-value-quantity",
        "Observatory?code=1, no type 'Observatory'",
        "?code=1, no type ''",
        "AuditEvent?outcome=0, the topic emergency-access",
        "AuditEvent, the topic emergency-access"
    })
    void criteriaThatNeedASearch(String criteria, String why) {
        assertThat(fhir.post(TestSubscription.to(criteria, ENDPOINT).subscription()))
                .isRefusedWith(unsupported(CRITERIA, why.equals("CHAIN") ? "patient.name" : why));
    }

    @ParameterizedTest
    @CsvSource({
        "http://plain.example.org/hook, over https",
        "https://elsewhere.example.org/hook, does not allow notifications to elsewhere.example.org",
        "https://169.254.169.254/latest, does not allow",
        "https://user@localhost/hook, The endpoint is an address",
        "localhost, The endpoint is an address",
        "file:///etc/passwd, The endpoint is an address"
    })
    void receiversThatMayNotBe(String endpoint, String why) {
        assertThat(fhir.post(TestSubscription.to("Observation?status=final", endpoint)
                        .subscription()))
                .isRefusedWith(new Complaint(ProblemCode.RECEIVER_REFUSED, "Subscription.channel.endpoint", why));
    }

    @Test
    void everythingIsSaidAtOnce() {
        assertThat(fhir.post(changed(subscription -> {
                    subscription.setCriteria("Observation?patient.name=Anna");
                    subscription
                            .getChannel()
                            .setType(SubscriptionChannelType.EMAIL)
                            .setPayload("text/plain");
                    subscription.getChannel().addHeader("no header");
                    subscription.getChannel().addHeader("Host: elsewhere");
                })))
                .isRefusedWith(
                        unsupported("Subscription.channel.type", "rest-hook"),
                        unsupported(CRITERIA, "patient.name"),
                        unsupported("Subscription.channel.payload", "application/fhir+json"),
                        new Complaint(ProblemCode.RECEIVER_REFUSED, "Subscription.channel.header[0]", "a colon"),
                        new Complaint(ProblemCode.RECEIVER_REFUSED, "Subscription.channel.header[1]", "'host'"));
    }

    @Test
    void aTopicThatIsNotKnown() {
        assertThat(fhir.post(
                        TestSubscription.toTopic("weather", "empty", ENDPOINT).subscription()))
                .isRefusedWith(unsupported(CRITERIA, "SubscriptionTopic/new-score"));
    }

    @Test
    void aFilterThatItsTopicDoesNotHave() {
        assertThat(fhir.post(TestSubscription.toTopic("new-score", "id-only", ENDPOINT)
                        .filter("Task?status=requested")
                        .filter("Observation?value-quantity=5")
                        .subscription()))
                .isRefusedWith(
                        unsupported(CRITERIA + ".extension[0]", "about Observation"),
                        unsupported(CRITERIA + ".extension[1]", "patient, subject, code, status"));
    }

    @Test
    void aTopicWithoutContent() {
        assertThat(fhir.post(
                        TestSubscription.toTopic("new-score", "much", ENDPOINT).subscription()))
                .isRefusedWith(unsupported("Subscription.channel.payload", "id-only"));
    }

    @Test
    void aKeyThatIsTooShort() {
        assertThat(fhir.post(TestSubscription.to("Observation?status=final", ENDPOINT)
                        .signedWith("whsec_c2hvcnQ=")
                        .subscription()))
                .isRefusedWith(
                        new Complaint(ProblemCode.RECEIVER_REFUSED, "Subscription.channel.extension", "24 to 64"));
    }

    @Test
    void aTypeAloneIsEnough() {
        assertThat(fhir.post(TestSubscription.to("MolecularSequence", ENDPOINT).subscription()))
                .isCreated();
    }

    /** It may have been allowed once. */
    @Test
    void whatIsSwitchedOffIsNotLookedAt() {
        assertThat(fhir.post(changed(subscription -> {
                    subscription.setStatus(SubscriptionStatus.OFF);
                    subscription.getChannel().setEndpoint("http://elsewhere.example.org");
                })))
                .isCreated();
    }

    private static Complaint unsupported(String path, String sentence) {
        return new Complaint(ProblemCode.UNSUPPORTED_SUBSCRIPTION, path, sentence);
    }

    private static Subscription changed(Consumer<Subscription> change) {
        Subscription subscription =
                TestSubscription.to("Observation?status=final", ENDPOINT).subscription();
        change.accept(subscription);
        return subscription;
    }
}
