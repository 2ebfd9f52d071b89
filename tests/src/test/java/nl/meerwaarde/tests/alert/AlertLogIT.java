package nl.meerwaarde.tests.alert;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import nl.meerwaarde.tests.support.Answers;
import nl.meerwaarde.tests.support.Bundles;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.SafetyAlerts;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Who gave an alarming answer, and what else was answered, is in the alert and nowhere in the log. */
class AlertLogIT {
    private final Fhir fhir = TestServer.fhir();
    private final TestPatient patient = Patients.create(fhir);
    private final Mood mood = Mood.on(fhir);
    private final String secret = "Secret " + UUID.randomUUID();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
    }

    @Test
    void theLogNamesNobody() {
        Answers stored = mood.unnamed(patient, "often").change(response -> say("name", response));
        stored.submit().id();
        Answers refused = stored.change(response -> say("despair", response));
        assertThat(refused.submit()).hasStatus(422);
        Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
        Bundles.create(transaction, refused.response());
        assertThat(fhir.bundle(transaction)).hasStatus(422);
        assertThat(SafetyAlerts.flags(patient)).isNotEmpty();

        LoggerFactory.getLogger(AlertLogIT.class).info("The end");
        assertThat(said()).contains("The end").noneMatch(line -> line.contains(secret));
        assertThat(said()).noneMatch(line -> line.contains(patient.reference()));
    }

    private void say(String linkId, QuestionnaireResponse response) {
        response.addItem().setLinkId(linkId).addAnswer().setValue(new StringType(secret));
    }

    /** Everything in the log since, the messages of exceptions too. */
    private List<String> said() {
        return List.copyOf(log.list).stream()
                .flatMap(event -> Stream.concat(
                        Stream.of(event.getFormattedMessage()),
                        Stream.iterate(event.getThrowableProxy(), Objects::nonNull, IThrowableProxy::getCause)
                                .map(thrown -> String.valueOf(thrown.getMessage()))))
                .toList();
    }
}
