package nl.meerwaarde.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A page that names the test which shows something names one that there is. */
class DocumentedTestsTest {
    private static final Path PROJECT = Path.of("..");
    private static final Pattern NAME = Pattern.compile("`([A-Z][A-Za-z0-9]+(?:IT|Test|Campaign|Bench|Walk))\\b");

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        List<String> named = pages().flatMap(page -> NAME.matcher(text(page)).results())
                .map(MatchResult::group)
                .map(name -> name.substring(1))
                .distinct()
                .toList();
        assertThat(named).hasSizeGreaterThan(50);
        assertThat(sources()).containsAll(named);
    }

    private static Stream<Path> pages() throws IOException {
        return Stream.concat(
                Stream.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md").map(PROJECT::resolve),
                Files.list(PROJECT.resolve("docs"))
                        .filter(page -> page.toString().endsWith(".md")));
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> sources() throws IOException {
        try (Stream<Path> files = Stream.of(
                        "interceptors", "fhir-server", "ig", "tests", "questionnaires", "terminology")
                .map(PROJECT::resolve)
                .flatMap(DocumentedTestsTest::below)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<Path> below(Path module) {
        try {
            return Files.walk(module.resolve("src"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
