package nl.meerwaarde.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextInterceptorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "HAPI-1849: com.ctc.wstx.exc.WstxParsingException: Invalid version > HAPI-1849: Invalid version",
                "Invalid attribute value \"x\": java.lang.NumberFormatException: For input > Invalid attribute value \"x\": For input",
                "HAPI-0389: Failed to call access method: java.lang.NullPointerException > HAPI-0389: Failed to call access method:",
                "Unknown: https://w3id.org/meerwaarde/fhir/ErrorCode and example.org.Error1 > Unknown: https://w3id.org/meerwaarde/fhir/ErrorCode and example.org.Error1"
            })
    void refusalsDoNotNameExceptions(String said, String told) {
        assertThat(TextInterceptor.told(said).strip()).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"a\u0013b, a\uFFFDb", "a\tb, a\tb", "😀, 😀"})
    void whatNoTextHasIsReplaced(String said, String told) {
        assertThat(TextInterceptor.told(said)).isEqualTo(told);
    }
}
