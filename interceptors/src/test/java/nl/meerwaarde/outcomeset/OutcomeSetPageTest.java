package nl.meerwaarde.outcomeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page for people says what the data say. Where it does not, the right page is written beside the test's results, to be copied. */
class OutcomeSetPageTest {
    private static final Path PAGE = Path.of("../docs/outcome-sets.md");
    private static final Path RIGHT = Path.of("target/outcome-sets.md");
    private static final String TABLES = "## The sets\n";

    @Test
    void theTablesAreThoseOfTheData() throws IOException {
        String page = Files.readString(PAGE);
        String written = page.substring(0, page.indexOf(TABLES) + TABLES.length());

        String right = written + OutcomeSetPage.tables();

        Files.writeString(RIGHT, right);
        assertThat(page)
                .as("docs/outcome-sets.md; the right one is in interceptors/" + RIGHT)
                .isEqualTo(right);
    }
}
