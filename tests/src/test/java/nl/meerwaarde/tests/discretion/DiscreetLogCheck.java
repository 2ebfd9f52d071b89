package nl.meerwaarde.tests.discretion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meerwaarde.tests.support.ToldByPatients;
import org.junit.jupiter.api.Test;

/**
 * Runs after all other integration tests, in a process of its own: what tests told servers about patients stands in no log of any server. That includes servers in processes of their
 * own.
 */
class DiscreetLogCheck {
    private static final List<Path> FOLDERS = List.of(ToldByPatients.FOLDER, Path.of("target", "servers"));

    @Test
    void noLogTellsWhatPatientsTold() {
        Set<String> told =
                files(".txt").flatMap(DiscreetLogCheck::lines).collect(Collectors.toCollection(TreeSet::new));
        List<Path> logs = files(".log").toList();
        assumeThat(logs).as("logs of servers; some tests need none").isNotEmpty();
        assertThat(logs.stream().flatMap(DiscreetLogCheck::lines))
                .as("a start")
                .anyMatch(line -> line.contains("Tomcat started"));
        List<String> quoting = logs.stream()
                .flatMap(DiscreetLogCheck::lines)
                .filter(line -> told.stream().anyMatch(line::contains))
                .map(line -> line.substring(0, Math.min(line.length(), 400)))
                .distinct()
                .limit(50)
                .toList();
        System.out.println("Looked for " + told.size() + " texts of patients in " + logs);
        assertThat(quoting).isEmpty();
    }

    private static Stream<Path> files(String ending) {
        return FOLDERS.stream().filter(Files::isDirectory).flatMap(folder -> {
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Logs hold bytes that are no text, where clients sent such. */
    private static Stream<String> lines(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
