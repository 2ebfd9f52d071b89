package nl.meerwaarde.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionOrderTest {
    @ParameterizedTest
    @CsvSource({
        "1.9, 1.10",
        "1.0, 1.0.1",
        "1.0.0-beta, 1.0.0",
        "1.0.0-alpha, 1.0.0-beta",
        "2026-02, 2026-11",
        "'', 1",
        "2, 10"
    })
    void older(String older, String newer) {
        assertThat(Stream.of(newer, older).map(VersionOrder::new).sorted().map(VersionOrder::version))
                .containsExactly(older, newer);
    }
}
