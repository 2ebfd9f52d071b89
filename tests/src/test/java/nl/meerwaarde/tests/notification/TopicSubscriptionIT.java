package nl.meerwaarde.tests.notification;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Receiver;
import nl.meerwaarde.tests.support.Receiver.Received;
import nl.meerwaarde.tests.support.Scores;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import nl.meerwaarde.tests.support.TestSubscription;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.hl7.fhir.r4.model.UnsignedIntType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Subscriptions to topics, as the R5 backport has them in R4. */
class TopicSubscriptionIT {
    private static final String KNEE = "oxford-knee-score";

    private final Fhir fhir = TestServer.fhir();
    private final TestPatient patient = Patients.create(fhir);
    private final Receiver receiver = Receiver.start();

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void theReceiverAnswersBeforeItIsToldAnything() {
        receiver.answering(500);
        String path =
                "Subscription/" + fhir.post(scores("id-only").subscription()).id();
        Received handshake = receiver.awaitRefused(1).get(0);
        assertThat(handshake.state("type")).isEqualTo("handshake");
        assertThat(handshake.state("events-since-subscription-start")).isEqualTo("0");
        assertThat(fhir.get(path).stored(Subscription.class).getStatus()).isEqualTo(SubscriptionStatus.REQUESTED);
        receiver.answering(200);
        TestSubscription.awaitStatus(fhir, path, SubscriptionStatus.ACTIVE);
    }

    @Test
    void eventsAreNumbered() {
        scores("id-only").stored(fhir);
        String first = submit("2");
        String second = submit("4");
        List<Received> received = receiver.awaitAccepted(3);
        assertThat(received)
                .extracting(each -> each.state("events-since-subscription-start"))
                .containsExactly("0", "1", "2");
        Bundle bundle = received.get(1).resource(Bundle.class);
        assertThat(bundle.getType()).isEqualTo(BundleType.HISTORY);
        BundleEntryComponent entry = bundle.getEntry().get(1);
        assertThat(entry.getFullUrl()).isEqualTo(fhir.base() + "/Observation/" + first);
        assertThat(entry.getResource()).isNull();
        assertThat(received.get(2).body()).contains("Observation/" + second).doesNotContain(first);
    }

    @Test
    void theWholeResourceComesWhenItIsAskedFor() {
        scores("full-resource").stored(fhir);
        submit("2");
        Bundle bundle = receiver.awaitAccepted(2).get(1).resource(Bundle.class);
        assertThat((Observation) bundle.getEntry().get(1).getResource()).hasValue("24");
    }

    @Test
    void withoutContentNobodyLearnsWhatItIsAbout() {
        scores("empty").stored(fhir);
        String score = submit("2");
        Received received = receiver.awaitAccepted(2).get(1);
        assertThat(received.resource(Bundle.class).getEntry()).hasSize(1);
        assertThat(received.body()).contains("event-notification").doesNotContain(score, "Observation");
    }

    @Test
    void severalEventsComeTogetherWhereTheReceiverTakesThem() {
        TestSubscription many = scores("id-only");
        Subscription subscription = many.subscription();
        subscription
                .getChannel()
                .addExtension(
                        "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-max-count",
                        new org.hl7.fhir.r4.model.PositiveIntType(3));
        String path = "Subscription/" + fhir.post(subscription).id();
        TestSubscription.awaitStatus(fhir, path, SubscriptionStatus.ACTIVE);
        receiver.answering(503);
        submit("0");
        receiver.awaitRefused(1);
        List.of("1", "2", "3").forEach(this::submit);
        receiver.answering(200);
        List<Received> received = receiver.awaitAccepted(3);
        assertThat(received)
                .extracting(each -> each.resource(Bundle.class).getEntry().size() - 1)
                .containsExactly(0, 1, 3);
    }

    @Test
    void aTaskThatIsRequestedIsToldOnce() {
        TestSubscription.toTopic("task-requested", "id-only", receiver.address())
                .filter("Task?patient=" + patient.reference())
                .stored(fhir);
        Task task = new Task().setStatus(TaskStatus.DRAFT).setIntent(TaskIntent.ORDER);
        task.setFor(new Reference(patient.reference()));
        task.setId(fhir.post(task).id());
        assertThat(fhir.put(task.setStatus(TaskStatus.REQUESTED))).succeeded();
        assertThat(fhir.put(task.setDescription("Changed, and still requested")))
                .succeeded();
        assertThat(fhir.put(task.setStatus(TaskStatus.COMPLETED))).succeeded();
        Task other = new Task().setStatus(TaskStatus.REQUESTED).setIntent(TaskIntent.ORDER);
        other.setFor(new Reference(patient.reference()));
        String second = fhir.post(other).id();
        List<Received> received = receiver.awaitAccepted(3);
        assertThat(received.get(1).body()).contains("Task/" + task.getIdPart());
        assertThat(received.get(2).body()).contains("Task/" + second);
    }

    @Test
    void nothingIsToldOfWhatIsDeletedMeanwhile() {
        scores("id-only").stored(fhir);
        receiver.answering(503);
        String response = patient.answers(KNEE).all("2").submit().id();
        receiver.awaitRefused(1);
        String score = Scores.of(fhir, response).get(KNEE).getIdPart();
        assertThat(fhir.delete("QuestionnaireResponse/" + response)).succeeded();
        receiver.answering(200);
        submit("4");
        assertThat(receiver.awaitAccepted(2).get(1).body()).doesNotContain(score);
    }

    @Test
    void aHeartbeatSaysThatThereIsNothing() {
        TestSubscription beating = scores("id-only");
        Subscription subscription = beating.subscription();
        subscription
                .getChannel()
                .addExtension(
                        "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-heartbeat-period",
                        new UnsignedIntType(10));
        String path = "Subscription/" + fhir.post(subscription).id();
        TestSubscription.awaitStatus(fhir, path, SubscriptionStatus.ACTIVE);
        assertThat(receiver.awaitAccepted(2).get(1).state("type")).isEqualTo("heartbeat");
    }

    @Test
    void whatWasSentCanBeAskedForAgain() {
        String path = scores("id-only").stored(fhir);
        submit("0");
        String second = submit("1");
        submit("2");
        receiver.awaitAccepted(4);
        Bundle events = fhir.get(
                        path + "/$events",
                        Map.of("eventsSinceNumber", "2", "eventsUntilNumber", "2", "content", "id-only"))
                .stored(Bundle.class);
        assertThat(events.getEntry()).hasSize(2);
        assertThat(events.getEntry().get(1).getFullUrl()).endsWith("Observation/" + second);
        assertThat(fhir.get(path + "/$events", Map.of("content", "empty"))
                        .stored(Bundle.class)
                        .getEntry())
                .hasSize(1);
        assertThat(fhir.get(path + "/$events", Map.of("eventsSinceNumber", "first")))
                .hasStatus(400);
        assertThat(fhir.get("Subscription/unknown/$events")).hasStatus(404);
    }

    @Test
    void itsStatusIsTold() {
        String path = scores("id-only").stored(fhir);
        submit("0");
        receiver.awaitAccepted(2);
        Bundle one = fhir.get(path + "/$status").stored(Bundle.class);
        assertThat(one.getType()).isEqualTo(BundleType.SEARCHSET);
        Parameters status = (Parameters) one.getEntryFirstRep().getResource();
        assertThat(Fhir.json(status)).contains("query-status", "\"active\"", path, "SubscriptionTopic/new-score");
        Bundle many = fhir.get("Subscription/$status", Map.of("id", path.replace("Subscription/", "")))
                .stored(Bundle.class);
        assertThat(many.getEntry()).hasSize(1);
    }

    @Test
    void theServerSaysWhichTopicsItHas() {
        CapabilityStatementRestResourceComponent said = fhir
                .with("Cache-Control", "no-cache")
                .get("metadata")
                .stored(CapabilityStatement.class)
                .getRestFirstRep()
                .getResource()
                .stream()
                .filter(resource -> resource.getType().equals("Subscription"))
                .findFirst()
                .orElseThrow();
        assertThat(said.getExtension())
                .extracting(extension -> extension.getValue().primitiveValue())
                .contains(Canonicals.BASE + "/SubscriptionTopic/new-score");
        assertThat(said.getOperation())
                .extracting(operation -> operation.getName())
                .contains("status", "events", "replay");
    }

    private TestSubscription scores(String content) {
        return TestSubscription.toTopic("new-score", content, receiver.address())
                .filter("Observation?patient=" + patient.reference());
    }

    /** The id of the score. */
    private String submit(String answer) {
        String response = patient.answers(KNEE).all(answer).submit().id();
        return Scores.of(fhir, response).get(KNEE).getIdPart();
    }
}
