package nl.meerwaarde.importing;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file, read row by row: plain or gzipped, with or without byte order mark, cells quoted or not. Each row is parsed by itself, so one with a
 * stray quote spoils no other.
 */
final class CsvFile implements Closeable {
    private static final int BYTE_ORDER_MARK = '\uFEFF';

    /** A quoted cell may hold line breaks; one that goes on for longer than this was not closed. */
    private static final int MOST_LINES_OF_A_ROW = 100;

    private final FileChannel channel;
    private final BufferedReader text;
    private final CSVFormat format;
    private final Deque<String> putBack = new ArrayDeque<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final Set<String> repeated = new TreeSet<>();
    private final int width;
    private long lastNumber;

    private CsvFile(FileChannel channel, ImportMapping.CsvForm form) throws IOException {
        this.channel = channel;
        this.text = text(channel, Charset.forName(form.encoding()));
        this.format = CSVFormat.Builder.create(CSVFormat.RFC4180)
                .setDelimiter(form.delimiter())
                .build();
        this.width = readHeader();
    }

    /**
     * Opens the file and reads the names of its columns.
     *
     * @throws IOException when it cannot be read
     */
    static CsvFile open(Path path, ImportMapping.CsvForm form) throws IOException {
        FileChannel channel = FileChannel.open(path);
        try {
            return new CsvFile(channel, form);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static BufferedReader text(FileChannel channel, Charset charset) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(Channels.newInputStream(channel));
        BufferedReader text = new BufferedReader(new InputStreamReader(unzipped(bytes), charset));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    /** By content, not by name: systems name exports as they like. */
    private static InputStream unzipped(BufferedInputStream bytes) throws IOException {
        bytes.mark(2);
        int magic = bytes.read() | bytes.read() << 8;
        bytes.reset();
        return magic == GZIPInputStream.GZIP_MAGIC ? new GZIPInputStream(bytes) : bytes;
    }

    private int readHeader() throws IOException {
        Optional<CsvLine> header = next();
        lastNumber = 0;
        if (header.isEmpty() || !(header.get() instanceof CsvLine.Row names)) {
            return 0;
        }
        for (int i = 0; i < names.cells().size(); i++) {
            String name = names.cells().get(i).strip();
            if (positions.putIfAbsent(name, i) != null) {
                repeated.add(name);
            }
        }
        return names.cells().size();
    }

    /** The names of the columns. */
    Set<String> columns() {
        return positions.keySet();
    }

    /** The names that several columns share, so that nobody can say which is meant. */
    Set<String> repeatedColumns() {
        return repeated;
    }

    /** How much of the file was read, from 0 to 1: bytes on disk, so it says little about the first rows. */
    double fractionRead() {
        try {
            return channel.isOpen() && channel.size() > 0 ? (double) channel.position() / channel.size() : 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The next row; empty at the end of the file.
     *
     * @throws IOException when the file cannot be read on
     */
    Optional<CsvLine> next() throws IOException {
        String line = nextLine();
        while (line != null && line.isBlank()) {
            line = nextLine();
        }
        return line == null ? Optional.empty() : Optional.of(row(++lastNumber, line));
    }

    private @Nullable String nextLine() throws IOException {
        return putBack.isEmpty() ? text.readLine() : putBack.removeFirst();
    }

    /** A row ends with the line in which its last quote is closed. When that never comes, only the first line is given up. */
    private CsvLine row(long number, String firstLine) throws IOException {
        StringBuilder row = new StringBuilder(firstLine);
        List<String> furtherLines = new ArrayList<>();
        while (true) {
            try {
                return row(number, cells(row.toString()));
            } catch (UncheckedIOException e) {
                String more = isOpen(e) && furtherLines.size() < MOST_LINES_OF_A_ROW ? nextLine() : null;
                if (more == null) {
                    putBack(furtherLines);
                    return new CsvLine.Broken(number, "The row cannot be read: a quote is out of place.");
                }
                furtherLines.add(more);
                row.append('\n').append(more);
            }
        }
    }

    private void putBack(List<String> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            putBack.addFirst(lines.get(i));
        }
    }

    private List<String> cells(String row) {
        try (CSVParser parser = CSVParser.parse(row, format)) {
            return parser.iterator().next().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOpen(UncheckedIOException e) {
        return String.valueOf(e.getMessage()).contains("EOF reached before encapsulated token");
    }

    private CsvLine row(long number, List<String> cells) {
        return width == 0 || cells.size() == width
                ? new CsvLine.Row(number, positions, cells)
                : new CsvLine.Broken(
                        number, "The row has " + cells.size() + " cells; the file has " + width + " columns.");
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
