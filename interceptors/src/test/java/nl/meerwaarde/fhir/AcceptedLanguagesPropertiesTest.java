package nl.meerwaarde.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a client sends as its wish, the answer is in a language there is, or in none in particular. */
class AcceptedLanguagesPropertiesTest {
    private static final List<String> THERE = List.of("en", "nl", "nl-be", "de-ch");

    @Property
    void onlyWhatIsThereIsChosen(@ForAll("headers") String header) {
        assertThat(AcceptedLanguages.parse(header).best("en", THERE))
                .satisfiesAnyOf(
                        none -> assertThat(none).isEmpty(),
                        some -> assertThat(THERE).contains(some.orElseThrow()));
    }

    @Provide
    Arbitrary<String> headers() {
        Arbitrary<String> plausible = Arbitraries.of(
                        "nl", "nl-NL", "de", "*", "fr;q=0.3", "x-klingon", "en;q=0", "q=1", ";", "-")
                .list()
                .ofMaxSize(5)
                .map(ranges -> String.join(", ", ranges));
        return Arbitraries.oneOf(plausible, Arbitraries.strings().ascii().ofMaxLength(40));
    }
}
