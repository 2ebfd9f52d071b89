package nl.meerwaarde.server.failure;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import org.junit.jupiter.api.Test;

class SilentTraceTest {
    @Test
    void saysWhatAndWhereAndNotWhatWasSent() {
        Exception failure = new InternalErrorException(
                "HAPI-1262: no date: \"Jansen\"", new IllegalStateException("Jansen\n\tat home", new Exception()));
        assertThat(SilentTrace.head(failure)).isEqualTo(InternalErrorException.class.getName() + " HAPI-1262");
        assertThat(SilentTrace.of(failure))
                .startsWith(InternalErrorException.class.getName() + " HAPI-1262\n\tat ")
                .contains("\nCaused by: java.lang.IllegalStateException\n\tat " + SilentTraceTest.class.getName())
                .contains("\nCaused by: java.lang.Exception\n\tat ")
                .doesNotContain("Jansen", "home");
    }
}
