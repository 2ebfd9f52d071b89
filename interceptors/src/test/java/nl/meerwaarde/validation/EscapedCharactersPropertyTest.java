package nl.meerwaarde.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a JSON writer escapes is found again, wherever it stands and whatever stands round it. */
class EscapedCharactersPropertyTest {
    private final ObjectMapper json = new ObjectMapper().configure(JsonGenerator.Feature.ESCAPE_NON_ASCII, true);

    @Property
    void textsOfAllowedCharactersPass(@ForAll("allowed") String text) throws JsonProcessingException {
        assertThat(EscapedCharacters.firstForbiddenInJson(json.writeValueAsString(text)))
                .isEmpty();
        assertThat(EscapedCharacters.replaceForbidden(text)).isEqualTo(text);
    }

    @Property
    void aForbiddenOneIsFound(
            @ForAll("allowed") String before, @ForAll("forbidden") int character, @ForAll("allowed") String after)
            throws JsonProcessingException {
        String text = before + Character.toString(character) + after;
        assertThat(EscapedCharacters.firstForbiddenInJson(json.writeValueAsString(text)))
                .isEqualTo(OptionalInt.of(character));
        assertThat(EscapedCharacters.replaceForbidden(text)).isEqualTo(before + "\uFFFD" + after);
    }

    @Property
    void aForbiddenOneIsFoundByItsNumberInXml(@ForAll("forbidden") int character) {
        assertThat(EscapedCharacters.firstForbiddenInXml("<a>&amp;&#65;&#x" + Integer.toHexString(character) + ";</a>"))
                .isEqualTo(OptionalInt.of(character));
        assertThat(EscapedCharacters.firstForbiddenInXml("<a>&#" + character + ";</a>"))
                .isEqualTo(OptionalInt.of(character));
    }

    /** Backslashes and quotes often, and characters that are written as two escapes. */
    @Provide
    Arbitrary<String> allowed() {
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(
                                3, Arbitraries.of("\\", "\\u", "u0013", "\"", "\t", "\n", "\r", "😀", "é")),
                        net.jqwik.api.Tuple.of(
                                1,
                                Arbitraries.strings()
                                        .withCharRange(' ', '\uD7FF')
                                        .ofMaxLength(5)))
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<Integer> forbidden() {
        return Arbitraries.integers()
                .between(0, 31)
                .filter(character -> character != '\t' && character != '\n' && character != '\r');
    }
}
