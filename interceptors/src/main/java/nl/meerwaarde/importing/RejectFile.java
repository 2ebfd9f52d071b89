package nl.meerwaarde.importing;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rejected rows, as CSV: row, column, value, reason; one line per reason. Each is on disk before its row counts as done. Without rejects there is no
 * file. Safe for several threads.
 */
final class RejectFile implements Closeable {
    private static final CSVFormat FORMAT = CSVFormat.Builder.create(CSVFormat.DEFAULT)
            .setHeader("row", "column", "value", "reason")
            .setRecordSeparator('\n')
            .build();
    private static final CSVFormat WITHOUT_HEADER = CSVFormat.Builder.create(FORMAT)
            .setHeader()
            .setSkipHeaderRecord(true)
            .build();
    private static final int MOST_SHOWN = 10;

    private final @Nullable Path path;
    private final List<RowProblem> first = new ArrayList<>();
    private @Nullable CSVPrinter printer;
    private long rows;

    private RejectFile(@Nullable Path path) {
        this.path = path;
    }

    /**
     * Opens the file, keeping what an earlier run wrote of rows that are not looked at again.
     *
     * @param path where it stands, or null when rejects are only counted
     * @param doneBefore the last row that is not looked at again
     * @throws IOException when it cannot be written
     */
    static RejectFile open(@Nullable Path path, long doneBefore) throws IOException {
        RejectFile rejects = new RejectFile(path);
        if (path != null) {
            List<CSVRecord> kept = Files.exists(path) ? linesUpTo(path, doneBefore) : List.of();
            if (kept.isEmpty()) {
                requireWritable(path);
            } else {
                rewrite(path, kept);
                rejects.printer = printer(path, WITHOUT_HEADER, StandardOpenOption.APPEND);
            }
        }
        return rejects;
    }

    /** To be found out before the first row, not at the first reject. */
    private static void requireWritable(Path path) throws IOException {
        Files.deleteIfExists(path);
        Files.createFile(path);
        Files.delete(path);
    }

    private static void rewrite(Path path, List<CSVRecord> lines) throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try (CSVPrinter printer = printer(fresh, FORMAT, StandardOpenOption.CREATE_NEW)) {
            for (CSVRecord line : lines) {
                printer.printRecord(line.toList());
            }
        }
        Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static CSVPrinter printer(Path path, CSVFormat format, StandardOpenOption how) throws IOException {
        return new CSVPrinter(
                Files.newBufferedWriter(path, StandardCharsets.UTF_8, how, StandardOpenOption.WRITE), format);
    }

    /** Another file under that name is not ours to overwrite. */
    private static void requireRejects(Path path) throws IOException {
        try (BufferedReader text = Files.newBufferedReader(path, StandardCharsets.ISO_8859_1)) {
            String firstLine = text.readLine();
            if (firstLine != null && !firstLine.equals(String.join(",", FORMAT.getHeader()))) {
                throw new IOException(path + " is there already and is no file of rejects.");
            }
        }
    }

    private static List<CSVRecord> linesUpTo(Path path, long row) throws IOException {
        requireRejects(path);
        CSVFormat withHeader =
                CSVFormat.Builder.create(FORMAT).setSkipHeaderRecord(true).build();
        try (CSVParser lines = CSVParser.parse(path, StandardCharsets.UTF_8, withHeader)) {
            return lines.stream()
                    .filter(line -> Long.parseLong(line.get("row")) <= row)
                    .toList();
        }
    }

    /** Writes down why a row is rejected. */
    synchronized void reject(List<RowProblem> problems) {
        rows++;
        problems.stream().limit(MOST_SHOWN - first.size()).forEach(first::add);
        if (path == null) {
            return;
        }
        try {
            if (printer == null) {
                printer = printer(path, FORMAT, StandardOpenOption.CREATE_NEW);
            }
            for (RowProblem problem : problems) {
                printer.printRecord(problem.row(), problem.column(), problem.value(), problem.reason());
            }
            printer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many rows this run has rejected. */
    synchronized long rows() {
        return rows;
    }

    /** The first few reasons, for people who watch. */
    synchronized List<RowProblem> first() {
        return List.copyOf(first);
    }

    @Override
    public synchronized void close() throws IOException {
        if (printer != null) {
            printer.close();
        }
    }
}
