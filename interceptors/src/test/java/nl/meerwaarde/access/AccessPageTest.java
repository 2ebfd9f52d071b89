package nl.meerwaarde.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page for people says what the server goes by. Where it does not, the right page is written beside the test's results, to be copied. */
class AccessPageTest {
    private static final Path PAGE = Path.of("../docs/access-rules.md");
    private static final Path RIGHT = Path.of("target/access-rules.md");
    private static final String TABLES = "## The tables\n";

    @Test
    void theTablesAreThoseOfTheData() throws IOException {
        String page = Files.readString(PAGE);
        String right = page.substring(0, page.indexOf(TABLES) + TABLES.length()) + AccessPage.tables();
        Files.writeString(RIGHT, right);
        assertThat(page)
                .as("docs/access-rules.md; the right one is in interceptors/" + RIGHT)
                .isEqualTo(right);
    }
}
