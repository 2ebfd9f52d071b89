package nl.meerwaarde.tests.notification;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.meerwaarde.tests.support.Answers;
import nl.meerwaarde.tests.support.Bundles;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Receiver;
import nl.meerwaarde.tests.support.Receiver.Received;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Scores;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import nl.meerwaarde.tests.support.TestSubscription;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Subscriptions with criteria, as FHIR R4 has them. */
class SubscriptionIT {
    private static final String KNEE = "oxford-knee-score";
    private static final String KEY =
            Base64.getEncoder().encodeToString("a key of thirty-two bytes, long.".getBytes(StandardCharsets.UTF_8));

    private final Fhir fhir = TestServer.fhir();
    private final TestPatient patient = Patients.create(fhir);
    private final Receiver receiver = Receiver.start();

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void aScoreArrivesAfterItsAnswers() {
        scores().stored(fhir);
        String response = submit();
        Received received = receiver.awaitAccepted(1).get(0);
        Observation score = Scores.of(fhir, response).get(KNEE);
        assertThat(received.method()).isEqualTo("PUT");
        assertThat(received.path()).isEqualTo("/hook/Observation/" + score.getIdPart());
        assertThat(received.resource(Observation.class)).hasValue("24");
        assertThat(received.headers().get("content-type")).startsWith("application/fhir+json");
    }

    @Test
    void theReceiverKnowsWhoSentIt() throws GeneralSecurityException {
        scores().signedWith("whsec_" + KEY)
                .header("Authorization: Bearer of-the-receiver")
                .stored(fhir);
        submit();
        Received received = receiver.awaitAccepted(1).get(0);
        String signed = received.headers().get("webhook-id") + "."
                + received.headers().get("webhook-timestamp") + "." + received.body();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(KEY), "HmacSHA256"));
        assertThat(received.headers().get("webhook-signature"))
                .isEqualTo("v1,"
                        + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
        assertThat(received.headers()).containsEntry("Authorization", "Bearer of-the-receiver");
    }

    @Test
    void secretsAreNotReadBack() {
        String path = scores().signedWith("whsec_" + KEY)
                .header("Authorization: Bearer of-the-receiver")
                .stored(fhir);
        for (Reply reply : List.of(
                fhir.get(path),
                fhir.get(path + "/_history"),
                fhir.search("Subscription", Map.of("_id", path.replace("Subscription/", ""))))) {
            assertThat(reply).hasStatus(200);
            assertThat(reply.text()).contains("Authorization: ***").doesNotContain("of-the-receiver", KEY);
        }
        Subscription again = fhir.get(path).stored(Subscription.class);
        assertThat(fhir.put(again.setReason("Another"))).succeeded();
        submit();
        Received received = receiver.awaitAccepted(1).get(0);
        assertThat(received.headers()).containsEntry("Authorization", "Bearer of-the-receiver");
        assertThat(received.headers()).containsKey("webhook-signature");
    }

    /** Who changes where it goes does not learn what the old receiver was told. */
    @Test
    void secretsDoNotGoToAnotherReceiver() {
        String path = scores().header("Authorization: Bearer of-the-receiver").stored(fhir);
        Subscription elsewhere = fhir.get(path).stored(Subscription.class);
        elsewhere.getChannel().setEndpoint(receiver.address() + "/elsewhere");
        Reply reply = fhir.put(elsewhere);
        assertThat(reply).hasStatus(422);
        assertThat(reply.issues())
                .extracting(issue -> issue.getExpression().get(0).getValue())
                .containsExactly("Subscription.channel.header[0]");
    }

    /** What is told first is what was stored after it. */
    @Test
    void nothingIsToldOfWhatWasRolledBack() {
        scores().stored(fhir);
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        Bundles.create(bundle, patient.answers(KNEE).all("4").response());
        QuestionnaireResponse bad = patient.answers(KNEE).all("4").response();
        bad.getItemFirstRep().getAnswerFirstRep().getValueCoding().setCode("9");
        Bundles.create(bundle, bad);
        assertThat(fhir.bundle(bundle)).hasStatus(422);
        // Fails after everything was written: the second entry refers to what is not there.
        Bundle late = new Bundle().setType(BundleType.TRANSACTION);
        Bundles.create(late, patient.answers(KNEE).all("4").response());
        Bundles.create(
                late,
                Answers.to(KNEE).all("4").of(new TestPatient(fhir, "nobody")).response());
        assertThat(fhir.bundle(late).status()).isBetween(400, 499);
        submit();
        assertThat(receiver.awaitAccepted(1).get(0).resource(Observation.class)).hasValue("24");
    }

    @Test
    void aReceiverThatWasDownGetsEverythingOnceAndInOrder() {
        scores().stored(fhir);
        receiver.answering(503);
        List<String> expected = List.of("4", "3", "2", "1", "0").stream()
                .map(answer -> Scores.of(
                                fhir, patient.answers(KNEE).all(answer).submit().id())
                        .get(KNEE)
                        .getIdPart())
                .toList();
        receiver.awaitRefused(2);
        receiver.answering(200);
        List<Received> received = receiver.awaitAccepted(5);
        assertThat(received)
                .extracting(each -> each.path().replace("/hook/Observation/", ""))
                .containsExactlyElementsOf(expected);
        assertThat(received.get(0).headers().get("webhook-id"))
                .isEqualTo(receiver.refused().get(0).headers().get("webhook-id"));
        assertThat(received)
                .extracting(each -> each.headers().get("webhook-id"))
                .doesNotHaveDuplicates();
    }

    @Test
    void aRedirectIsNotFollowed() {
        String path = scores().stored(fhir);
        receiver.answering(307);
        submit();
        assertThat(receiver.awaitRefused(2)).noneMatch(each -> each.path().contains("elsewhere"));
        assertThat(status(path)).contains("HTTP 307");
    }

    @Test
    void aReceiverThatFailsForDaysIsGivenUpAndTakenUpAgain() {
        String path = scores().stored(fhir);
        receiver.answering(500);
        submit();
        receiver.awaitRefused(1);
        longAgo(path);
        Subscription givenUp = TestSubscription.awaitStatus(fhir, path, SubscriptionStatus.ERROR);
        assertThat(givenUp.getError()).contains("HTTP 500", "Nothing was accepted since");
        assertThat(status(path)).contains("\"error\"", "HTTP 500");
        receiver.answering(200);
        assertThat(replayed(path)).isEqualTo(1);
        assertThat(receiver.awaitAccepted(1).get(0).resource(Observation.class)).hasValue("24");
        assertThat(fhir.get(path).stored(Subscription.class).getStatus()).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(replayed(path)).isZero();
    }

    /** How many events the server says that it will send again. */
    private int replayed(String path) {
        Parameters answer = fhir.post(path + "/$replay", "").stored(Parameters.class);
        return ((IntegerType) answer.getParameterFirstRep().getValue()).getValue();
    }

    /** As if the receiver had begun to fail four days ago. */
    private static void longAgo(String path) {
        await().until(() -> TestServer.jdbc()
                        .update(
                                "update mw_subscription set failing_since = ? where subscription_id = ? and failing_since is not null",
                                Instant.now().minus(Duration.ofDays(4)).atOffset(ZoneOffset.UTC),
                                path.replace("Subscription/", ""))
                == 1);
    }

    @Test
    void withoutAPayloadOnlyThatThereIsSomething() {
        TestSubscription quiet = scores();
        Subscription subscription = quiet.subscription();
        subscription.getChannel().setPayload(null);
        fhir.post(subscription).id();
        submit();
        Received received = receiver.awaitAccepted(1).get(0);
        assertThat(received.method()).isEqualTo("POST");
        assertThat(received.path()).isEqualTo("/hook");
        assertThat(received.body()).isEmpty();
    }

    @Test
    void whoIsSwitchedOffIsToldNothing() {
        String path = scores().stored(fhir);
        Subscription off = fhir.get(path).stored(Subscription.class);
        assertThat(fhir.put(off.setStatus(SubscriptionStatus.OFF))).succeeded();
        submit();
        assertThat(fhir.put(off.setStatus(SubscriptionStatus.REQUESTED))).succeeded();
        Answers later = patient.answers(KNEE).all("4");
        later.submit().id();
        assertThat(receiver.awaitAccepted(1).get(0).resource(Observation.class)).hasValue("48");
    }

    @Test
    void manyChangesOfOneTransactionAreToldOneByOne() {
        scores().stored(fhir);
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        IntStream.range(0, 4)
                .forEach(i -> Bundles.create(
                        bundle, patient.answers(KNEE).all(String.valueOf(i)).response()));
        assertThat(fhir.bundle(bundle)).hasStatus(200);
        assertThat(receiver.awaitAccepted(4))
                .extracting(each -> each.resource(Observation.class)
                        .getValueQuantity()
                        .getValue()
                        .intValue())
                .containsExactlyInAnyOrder(0, 12, 24, 36);
    }

    private String status(String path) {
        return fhir.get(path + "/$status").text();
    }

    private TestSubscription scores() {
        return TestSubscription.to(
                "Observation?category=survey&subject=" + patient.reference(), receiver.address() + "/hook");
    }

    private String submit() {
        return patient.answers(KNEE).all("2").submit().id();
    }
}
