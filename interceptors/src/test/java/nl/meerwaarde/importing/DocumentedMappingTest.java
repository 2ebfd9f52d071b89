package nl.meerwaarde.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DocumentedMappingTest {
    private static final Path PAGE = Path.of("../docs/importing.md");

    @Test
    void theMappingOfTheDocumentationCanBeUsed() throws IOException {
        Matcher example = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        assertThat(example.find()).isTrue();
        assertThat(Mappings.bound(example.group(1)).responses()).hasSize(1);
    }
}
