package nl.meerwaarde.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptedLanguagesTest {
    private static final List<String> THERE = List.of("en", "nl", "de-ch");

    @Test
    void theHeaviestThatIsThereIsBest() {
        assertThat(best("nl;q=0.4, de-CH;q=0.7, fr")).isEqualTo("de-ch");
    }

    @Test
    void aRegionFallsBackToItsLanguage() {
        assertThat(best("nl-BE")).isEqualTo("nl");
    }

    @Test
    void aLanguageTakesARegionOfItsOwn() {
        assertThat(best("de")).isEqualTo("de-ch");
    }

    @Test
    void anotherRegionIsAnotherLanguage() {
        assertThat(best("de-AT")).isEqualTo("none");
    }

    @Test
    void anyLanguageIsTheFirst() {
        assertThat(best("*")).isEqualTo("en");
        assertThat(best("*;q=0.1, nl;q=0.2")).isEqualTo("nl");
    }

    @Test
    void whatIsUnwantedIsNotGiven() {
        assertThat(best("nl;q=0")).isEqualTo("none");
    }

    @Test
    void whatMakesNoSenseIsNoWish() {
        assertThat(AcceptedLanguages.parse("nl;q=much").isEmpty()).isTrue();
        assertThat(AcceptedLanguages.parse(",,;").isEmpty()).isTrue();
        assertThat(AcceptedLanguages.parse(" ").isEmpty()).isTrue();
        assertThat(AcceptedLanguages.parse(null).isEmpty()).isTrue();
    }

    private static String best(String header) {
        return AcceptedLanguages.parse(header).best("en", THERE).orElse("none");
    }
}
