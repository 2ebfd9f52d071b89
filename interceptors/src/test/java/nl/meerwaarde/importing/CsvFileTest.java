package nl.meerwaarde.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {
    private static final ImportMapping.CsvForm PLAIN = new ImportMapping.CsvForm(null, null, null);

    @TempDir
    Path folder;

    @Test
    void cellsMayBeQuotedAndHoldDelimitersQuotesAndLines() throws IOException {
        assertThat(read("a,b\n1,\"x, \"\"y\"\"\"\n2,\"first\nsecond\"\n"))
                .containsExactly("1: 1|x, \"y\"", "2: 2|first\nsecond");
    }

    @Test
    void byteOrderMarkAndBlanksAroundNamesAreNoPartOfThem() throws IOException {
        Path path = write("\uFEFF\"a\" , b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        try (CsvFile file = CsvFile.open(path, PLAIN)) {
            assertThat(file.columns()).contains("b");
        }
        assertThat(read("\uFEFFa,b\r\n1,2\r\n")).containsExactly("1: 1|2");
    }

    @Test
    void gzippedFilesAreKnownByTheirContent() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
            zipped.write("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(read(write(bytes.toByteArray()), PLAIN)).containsExactly("1: 1|2");
    }

    @Test
    void delimiterAndEncodingAreThoseOfTheMapping() throws IOException {
        Path path = write("a;b\né;2,5\n".getBytes(Charset.forName("windows-1252")));
        assertThat(read(path, new ImportMapping.CsvForm(";", "windows-1252", ",")))
                .containsExactly("1: é|2,5");
    }

    @Test
    void aRowWithAStrayQuoteSpoilsNoOther() throws IOException {
        assertThat(read("a,b\n1,2\n\"3\"x,4\n5,6\n"))
                .containsExactly("1: 1|2", "2: The row cannot be read: a quote is out of place.", "3: 5|6");
    }

    @Test
    void aQuoteThatIsNeverClosedCostsOneRow() throws IOException {
        assertThat(read("a,b\n1,\"2\n3,4\n5,6\n"))
                .containsExactly("1: The row cannot be read: a quote is out of place.", "2: 3|4", "3: 5|6");
        assertThat(read("a,b\n1,\"2\n3,\"4\"\n5,6\n"))
                .containsExactly("1: The row cannot be read: a quote is out of place.", "2: 3|4", "3: 5|6");
    }

    @Test
    void aRowOfAnotherWidthIsBroken() throws IOException {
        assertThat(read("a,b\n1\n\n2,3,4\n5,6\n"))
                .containsExactly(
                        "1: The row has 1 cells; the file has 2 columns.",
                        "2: The row has 3 cells; the file has 2 columns.",
                        "3: 5|6");
    }

    @Test
    void anEmptyFileHasNoColumnsAndNoRows() throws IOException {
        try (CsvFile file = CsvFile.open(write(new byte[0]), PLAIN)) {
            assertThat(file.columns()).isEmpty();
            assertThat(file.next()).isEmpty();
            assertThat(file.fractionRead()).isEqualTo(1);
        }
    }

    private List<String> read(String text) throws IOException {
        return read(write(text.getBytes(StandardCharsets.UTF_8)), PLAIN);
    }

    private static List<String> read(Path path, ImportMapping.CsvForm form) throws IOException {
        List<String> lines = new ArrayList<>();
        try (CsvFile file = CsvFile.open(path, form)) {
            for (Optional<CsvLine> line = file.next(); line.isPresent(); line = file.next()) {
                lines.add(line.get().number() + ": "
                        + (line.get() instanceof CsvLine.Row row
                                ? String.join("|", row.cells())
                                : ((CsvLine.Broken) line.get()).reason()));
            }
        }
        return lines;
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("data.csv"), bytes);
    }
}
