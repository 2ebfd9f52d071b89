package nl.meerwaarde.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "%resource.item.where(linkId = 'a') | %x.where(linkId = 'a')",
                "%resource . item.answer | %x.answer",
                "'%resource.item' + %resource.authored | '%resource.item' + %resource.authored",
                "%resource.items.item | %resource.items.item",
                "/* %resource.item */ 1 | /* %resource.item */ 1",
                "%`resource`.item | %x",
                "item.where(item.exists()) | %x.where(item.exists())",
                "(item.count() + 1) | (%x.count() + 1)",
                "iif(item.exists(), 1, 0) | iif(item.exists(), 1, 0)",
                "answer.item | answer.item"
            })
    void theFirstLevelIsReplacedAndNothingElse(String text, String expected) {
        assertThat(ExpressionText.withFirstLevel(text, "resource", "%x", true)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "linkId = %linkIdPrefix + '1' | linkId = 'p.1'",
                "linkId = %linkIdPrefix & '1' | linkId = 'p.1'",
                "linkId.startsWith(%linkIdPrefix) | linkId.startsWith('p.')",
                "linkId in (%linkIdPrefix+'1' | linkId in ('p.1'",
                "'%linkIdPrefix' | '%linkIdPrefix'"
            })
    void aPrefixIsPutIn(String text, String expected) {
        assertThat(ExpressionText.withPrefix(text, "p.")).isEqualTo(expected);
    }

    @Test
    void aPrefixIsMadeOfTextsAndTheOneAround() {
        assertThat(ExpressionText.constant("'a.'", null)).isEqualTo("a.");
        assertThat(ExpressionText.constant("%linkIdPrefix + 'b\\'.'", "a.")).isEqualTo("a.b'.");
        assertThat(ExpressionText.constant("%linkIdPrefix + 'b.'", null)).isNull();
        assertThat(ExpressionText.constant("%name", "a.")).isNull();
        assertThat(ExpressionText.constant("'a' +", "a.")).isNull();
    }

    @Test
    void aTextIsQuoted() {
        assertThat(ExpressionText.literal("it's a \\")).isEqualTo("'it\\'s a \\\\'");
    }
}
