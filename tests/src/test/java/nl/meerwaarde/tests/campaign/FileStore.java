package nl.meerwaarde.tests.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The delivered default, an H2 file.
 *
 * @param folder the server's data directory
 */
record FileStore(Path folder) implements Store {
    @Override
    public List<String> settings() {
        return List.of("--meerwaarde.server.data-directory=" + folder);
    }

    /** Of a copy: opening a store that was killed mends it, and that is the next server's to do. */
    @Override
    public JdbcTemplate left() {
        Path copy = copy();
        String url = "jdbc:h2:file:" + copy.resolve("meerwaarde") + ";IFEXISTS=TRUE";
        return new JdbcTemplate(new DriverManagerDataSource(url, "sa", ""));
    }

    private Path copy() {
        try (Stream<Path> files = Files.list(folder)) {
            Path copy = Files.createTempDirectory(folder.getParent(), "copy");
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
