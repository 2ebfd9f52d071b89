package nl.meerwaarde.tests.discretion;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nl.meerwaarde.tests.fuzz.HttpReply;
import nl.meerwaarde.tests.fuzz.HttpRequest;
import nl.meerwaarde.tests.fuzz.Wire;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Ways in which a name, a number, a date of birth or an answer may come into a log ({@code requests.json}): in addresses, headers and bodies, taken and refused. It comes into none. */
class DiscreetLogIT {
    private static final String NAME = "Quastenoord";
    private static final String NUMBER = "947316582";
    private static final String BORN = "1931-07-19";
    private static final String ANSWER = "I dare not go out any more";

    private final Wire wire = new Wire(URI.create(TestServer.fhir().base()).getPort());
    private final TestPatient patient = Patients.create(TestServer.fhir());
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    private record Sent(
            String title,
            String send,
            int status,
            @Nullable Map<String, String> headers,
            @Nullable String body) {}

    @Test
    void noneComesIntoTheLog() throws IOException {
        log.start();
        root.addAppender(log);
        SoftAssertions softly = new SoftAssertions();
        try (InputStream json = DiscreetLogIT.class.getResourceAsStream("requests.json")) {
            for (Sent sent : new ObjectMapper().readValue(json, Sent[].class)) {
                int before = log.list.size();
                HttpReply reply = wire.send(request(sent));
                softly.assertThat(reply.status())
                        .as(() -> sent.title() + "\n" + reply.text())
                        .isEqualTo(sent.status());
                softly.assertThat(List.copyOf(log.list).stream().skip(before).flatMap(DiscreetLogIT::texts))
                        .as(sent.title())
                        .noneMatch(text -> Stream.of(NAME, NUMBER, BORN, ANSWER).anyMatch(text::contains));
            }
        } finally {
            root.detachAppender(log);
        }
        softly.assertThat(log.list)
                .as("refusals are logged")
                .anyMatch(event -> event.getFormattedMessage().startsWith("422 to POST QuestionnaireResponse create"));
        softly.assertAll();
    }

    /** With the messages of exceptions. */
    private static Stream<String> texts(ILoggingEvent event) {
        return Stream.concat(
                Stream.of(event.getFormattedMessage()),
                Stream.iterate(event.getThrowableProxy(), Objects::nonNull, IThrowableProxy::getCause)
                        .map(thrown -> String.valueOf(thrown.getMessage())));
    }

    private HttpRequest request(Sent sent) {
        int space = sent.send().indexOf(' ');
        String path = filled(sent.send().substring(space + 1));
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/fhir+json"));
        if (sent.headers() != null) {
            sent.headers().forEach((name, value) -> headers.put(name, filled(value)));
        }
        return new HttpRequest(
                sent.send().substring(0, space),
                path.isEmpty() ? "/fhir" : "/fhir/" + path,
                headers,
                filled(sent.body() == null ? "" : sent.body()).getBytes(StandardCharsets.UTF_8));
    }

    private String filled(String text) {
        return text.replace("$PATIENT", patient.reference())
                .replace("$NAME", NAME)
                .replace("$NUMBER", NUMBER)
                .replace("$BORN", BORN)
                .replace("$ANSWER", ANSWER);
    }
}
