package nl.meerwaarde.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SentenceTest {
    private static final Path RESOURCES = Path.of("src/main/resources/nl/meerwaarde");
    private static final Pattern PLACE = Pattern.compile("\\{\\d+}");

    @Test
    void aSentenceSpeaksEveryLanguage() {
        Sentence question = new Sentence("'a' (Pain)", java.util.Map.of("nl", "'a' (Pijn)"));
        Sentence sentence =
                Sentence.beside(nl.meerwaarde.response.ResponseRules.class, "too-many-answers", question, 1200, 2);
        assertThat(sentence.text()).isEqualTo("Question 'a' (Pain) takes at most 1200 answers and has 2.");
        assertThat(sentence.in("nl"))
                .isEqualTo("Bij vraag 'a' (Pijn) passen hoogstens 1200 antwoorden; het zijn er 2.");
        assertThat(sentence.in("fr")).isEqualTo(sentence.text());
    }

    @Test
    void anElementKeepsItsTranslations() {
        Sentence sentence = new Sentence("Één", java.util.Map.of("en", "One", "de-ch", "Eis"));
        StringType element = sentence.element();
        assertThat(Sentence.of(element)).isEqualTo(sentence);
        assertThat(Sentence.of(new StringType())).isEqualTo(Sentence.of(""));
    }

    /** A sentence that is missing in one language would be found out by a patient. */
    @TestFactory
    Stream<DynamicTest> everySentenceIsTranslated() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.endsWith("sentences.properties")).toList().stream()
                    .map(english ->
                            dynamicTest(english.getParent().getFileName().toString(), () -> check(english)));
        }
    }

    private static void check(Path english) {
        Properties source = read(english);
        Properties dutch = read(english.resolveSibling("sentences_nl.properties"));
        assertThat(source).isNotEmpty();
        assertThat(dutch.keySet()).isEqualTo(source.keySet());
        assertThat(source.stringPropertyNames())
                .allSatisfy(key ->
                        assertThat(places(dutch.getProperty(key))).as(key).isEqualTo(places(source.getProperty(key))));
        // A single apostrophe would swallow the places after it.
        assertThat(Stream.of(source, dutch)
                        .flatMap(all -> all.values().stream())
                        .map(String::valueOf))
                .noneMatch(text -> text.replace("''", "").contains("'"));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return properties;
    }
}
