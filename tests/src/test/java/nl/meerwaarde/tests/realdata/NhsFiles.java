package nl.meerwaarde.tests.realdata;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The folder with the files.
 *
 * @param folder holds the record-level files and the published tables, gzipped
 */
record NhsFiles(Path folder) {
    private static final CSVFormat WITH_HEADER =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).build();

    /** Skips the test where the files are not. */
    static NhsFiles orSkip() {
        Path folder = Path.of(System.getProperty("meerwaarde.nhs.data")).normalize();
        assumeTrue(
                Files.isReadable(folder.resolve("knee-1718.csv.gz")),
                "Skipped: the NHS PROMs files are not in " + folder + " (set -Dmeerwaarde.nhs.data)");
        return new NhsFiles(folder);
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    List<CSVRecord> records(String name) {
        try (BufferedReader reader = open(name);
                CSVParser parser = CSVParser.parse(reader, WITH_HEADER)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines as they stand in the file, header first. */
    List<String> lines(String name) {
        try (BufferedReader reader = open(name)) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BufferedReader open(String name) throws IOException {
        return new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path(name))), StandardCharsets.UTF_8));
    }
}
