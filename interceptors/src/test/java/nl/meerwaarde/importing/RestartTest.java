package nl.meerwaarde.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Imports that end early and go on; the store stands in for a database that goes away and comes back. */
class RestartTest {
    private static final int ROWS = 200;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Queue<Long> stored = new ConcurrentLinkedQueue<>();
    private Path data;
    private Path rejects;

    @BeforeEach
    void name() {
        data = folder.resolve("knee.csv");
        rejects = folder.resolve("knee.csv.rejects.csv");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void goesOnAfterTheLastRowUpToWhichAllAreDone(int threads) throws IOException {
        new KneeFile().rows(50).row("Gender", "?").rows(ROWS - 51).write(data);
        assertThat(run(threads, null, unavailableFrom(120))).isEqualTo(ImportEnd.STOPPED);
        long mark = mark();
        assertThat(mark).isLessThan(120);
        assertThat(said()).contains("Stopped: The database is away. Rows up to " + mark + " are done");
        assertThat(stored).containsAll(rows(1, mark));

        stored.clear();
        assertThat(run(threads, null, this::store)).isIn(ImportEnd.CLEAN, ImportEnd.WITH_REMARKS);
        assertThat(stored).containsExactlyInAnyOrderElementsOf(rows(mark + 1, ROWS));
        assertThat(Files.readAllLines(rejects)).hasSize(2).last().asString().startsWith("51,Gender");

        stored.clear();
        assertThat(run(threads, null, this::store)).isEqualTo(ImportEnd.CLEAN);
        assertThat(stored).isEmpty();
    }

    /** All rows from one to another, without the rejected one. */
    private static List<Long> rows(long from, long to) {
        return LongStream.rangeClosed(from, to).filter(row -> row != 51).boxed().toList();
    }

    private long mark() throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve("knee.csv.progress").toFile())
                .path("done")
                .asLong();
    }

    @Test
    void rejectsOfRowsThatAreLookedAtAgainAreNotKeptTwice() throws IOException {
        new KneeFile().row("Gender", "?").rows(8).row("Gender", "X").rows(2).write(data);
        run(1, null, unavailableFrom(12));
        assertThat(Files.readAllLines(rejects)).hasSize(3);
        run(1, 5L, this::store);
        assertThat(Files.readAllLines(rejects))
                .containsExactly(
                        "row,column,value,reason",
                        "1,Gender,?,\"The mapping knows only 1, 2.\"",
                        "10,Gender,X,\"The mapping knows only 1, 2.\"");
        assertThat(stored).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 11L, 5L, 6L, 7L, 8L, 9L, 11L, 12L);
    }

    @Test
    void aFileThatHoldsNoRejectsIsNotOverwritten() throws IOException {
        new KneeFile().rows(3).write(data);
        ImportArguments arguments =
                new ImportArguments("classpath:nhs-proms-knee", data, false, null, data, 1, List.of());
        assertThat(new CsvImport(arguments, out(), false).run(Mappings.DEFINITIONS, this::store, null))
                .isEqualTo(ImportEnd.STOPPED);
        assertThat(said()).contains("Stopped: " + data + " is there already and is no file of rejects.");
        assertThat(Files.readAllLines(data)).hasSize(4);
    }

    @Test
    void beginsAgainWhenTheDataHaveChanged() throws IOException {
        new KneeFile().rows(3).write(data);
        run(1, null, this::store);
        new KneeFile().rows(3).row("Gender", "1").write(data);
        assertThat(run(1, null, this::store)).isEqualTo(ImportEnd.CLEAN);
        assertThat(stored).containsExactly(1L, 2L, 3L, 1L, 2L, 3L, 4L);
    }

    @Test
    void aRowThatTheStoreRefusesOrChokesOnIsRejected() throws IOException {
        new KneeFile().rows(3).write(data);
        ImportEnd end = run(1, null, row -> {
            if (row.number() == 1) {
                return new RowStep.Outcome.Refused(List.of(new RowProblem(1, "", "", "No.")));
            }
            if (row.number() == 2) {
                throw new IllegalStateException("What a patient wrote");
            }
            return store(row);
        });
        assertThat(end).isEqualTo(ImportEnd.WITH_REMARKS);
        assertThat(stored).containsExactly(3L);
        assertThat(Files.readAllLines(rejects))
                .containsExactly(
                        "row,column,value,reason", "1,,,No.", "2,,,The importer failed: IllegalStateException.");
    }

    @Test
    void aSecondRowWithTheSameKeyIsRejectedAlsoAfterARestart() throws IOException {
        Path mapping = Files.writeString(
                folder.resolve("mapping.json"),
                new String(
                                MappingReader.class
                                        .getResourceAsStream("nhs-proms-knee.json")
                                        .readAllBytes(),
                                StandardCharsets.UTF_8)
                        .replace("\"missing\": [\n    \"*\"\n  ]", "\"rowKey\": [\"Provider Code\"]"));
        new KneeFile()
                .row("Provider Code", "A")
                .row("Provider Code", "B")
                .row("Provider Code", "A")
                .row("Provider Code", "C")
                .write(data);
        ImportArguments arguments = new ImportArguments(mapping.toString(), data, false, 3L, rejects, 1, List.of());
        assertThat(new CsvImport(arguments, out(), false).run(Mappings.DEFINITIONS, this::store, null))
                .isEqualTo(ImportEnd.WITH_REMARKS);
        assertThat(stored).containsExactly(4L);
        assertThat(Files.readAllLines(rejects).get(1))
                .isEqualTo("3,Provider Code,,An earlier row has the same values in the columns of the row key.");
    }

    private ImportEnd run(int threads, Long fromRow, RowStep step) {
        ImportArguments arguments =
                new ImportArguments("classpath:nhs-proms-knee", data, false, fromRow, null, threads, List.of());
        return new CsvImport(arguments, out(), false).run(Mappings.DEFINITIONS, step, null);
    }

    private PrintStream out() {
        return new PrintStream(said, true, StandardCharsets.UTF_8);
    }

    private RowStep.Outcome store(ImportedRow row) {
        stored.add(row.number());
        return new RowStep.Outcome.Done();
    }

    private RowStep unavailableFrom(long first) {
        return row -> row.number() < first ? store(row) : new RowStep.Outcome.Unavailable("The database is away.");
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
