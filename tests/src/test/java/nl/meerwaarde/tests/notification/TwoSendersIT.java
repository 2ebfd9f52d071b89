package nl.meerwaarde.tests.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import nl.meerwaarde.notification.SendingJob;
import nl.meerwaarde.tests.support.Clients;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Receiver;
import nl.meerwaarde.tests.support.Receiver.Received;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import nl.meerwaarde.tests.support.TestSubscription;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Several servers on one database: each notification is sent by one of them, in order. */
class TwoSendersIT {
    private static final int CLIENTS = 4;
    private static final int OF_EACH = 5;

    private final Fhir fhir = TestServer.fhir();
    private final TestPatient patient = Patients.create(fhir);

    @Test
    void nothingIsSentTwice() {
        try (AnnotationConfigApplicationContext another = TestServer.anotherSender();
                Receiver receiver = Receiver.start()) {
            SendingJob sender = another.getBean(SendingJob.class);
            TestSubscription.toTopic("new-score", "id-only", receiver.address())
                    .filter("Observation?patient=" + patient.reference())
                    .stored(fhir);
            Clients.atOnce(
                    CLIENTS,
                    client -> IntStream.range(0, OF_EACH)
                            .mapToObj(i -> patient.answers("oxford-knee-score")
                                    .all("2")
                                    .submit()
                                    .id())
                            .peek(id -> sender.run())
                            .toList());
            await().atMost(Duration.ofSeconds(60)).pollDelay(Duration.ZERO).until(() -> {
                sender.run();
                return receiver.accepted().size() > CLIENTS * OF_EACH;
            });
            List<Received> received = receiver.accepted();
            assertThat(received)
                    .extracting(each -> each.headers().get("webhook-id"))
                    .doesNotHaveDuplicates();
            assertThat(received)
                    .extracting(each -> Integer.valueOf(each.state("events-since-subscription-start")))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(0, CLIENTS * OF_EACH).boxed().toList());
        }
    }
}
