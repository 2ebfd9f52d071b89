package nl.meerwaarde.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Path data;
    private Path rejects;

    @BeforeEach
    void name() {
        data = folder.resolve("knee.csv");
        rejects = folder.resolve("rejects.csv");
    }

    @Test
    void aFileWhoseScoresAreOursIsClean() throws IOException {
        new KneeFile().rows(3).write(data);
        assertThat(check()).isEqualTo(ImportEnd.CLEAN);
        assertThat(said()).contains("oxford-knee-score              3         3         0");
        assertThat(rejects).doesNotExist();
        assertThat(folder.resolve("knee.csv.progress")).doesNotExist();
    }

    @Test
    void everyKindOfDisagreementIsCounted() throws IOException {
        new KneeFile()
                .row()
                .row("Knee Replacement Pre-Op Q Score", "13")
                .row("Knee Replacement Pre-Op Q Score", "")
                .row(
                        "Knee Replacement Pre-Op Q Pain", "9",
                        "Knee Replacement Pre-Op Q Washing", "9",
                        "Knee Replacement Pre-Op Q Transport", "9")
                .row(
                        "Knee Replacement Pre-Op Q Pain", "9",
                        "Knee Replacement Pre-Op Q Washing", "9",
                        "Knee Replacement Pre-Op Q Transport", "9",
                        "Knee Replacement Pre-Op Q Score", "")
                .write(data);
        assertThat(check()).isEqualTo(ImportEnd.WITH_REMARKS);
        assertThat(said())
                .contains(
                        "  moment     score                   compared     equal different only here only in file in neither",
                        "  baseline   oxford-knee-score              2         1         1         1            1          1",
                        "  month-6    oxford-knee-score              5         5         0         0            0          0",
                        "  differences in rows [2, 3, 4]");
    }

    @Test
    void aResponseWithoutAnAnswerIsNotMade() throws IOException {
        String[] unanswered = Mappings.columns(Mappings.shipped("nhs-proms-knee")).stream()
                .filter(column -> column.startsWith("Knee Replacement Post-Op Q "))
                .flatMap(column -> List.of(column, column.endsWith("Score") ? "" : "9").stream())
                .toArray(String[]::new);
        new KneeFile().row(unanswered).write(data);
        assertThat(check()).isEqualTo(ImportEnd.CLEAN);
        assertThat(said())
                .contains(
                        "  baseline   oxford-knee-score              1",
                        "  month-6    oxford-knee-score              0",
                        "  month-6    eq-5d-3l                       1");
    }

    @Test
    void rejectedRowsAreWrittenDownAndStopNoOther() throws IOException {
        new KneeFile()
                .row("Gender", "3", "Pre-Op Q Anxiety", "4")
                .row("Revision Flag", "2", "Year", "2016/17")
                .row("Pre-Op Q EQ VAS", "101")
                .row()
                .write(data);
        Files.writeString(data, Files.readString(data) + "\"XX1,broken\nXX1,short\n");
        assertThat(check()).isEqualTo(ImportEnd.WITH_REMARKS);
        assertThat(said()).contains("6 rows in ").contains("5 rejected");
        assertThat(Files.readAllLines(rejects))
                .containsExactlyInAnyOrder(
                        "row,column,value,reason",
                        "1,Gender,3,\"The mapping knows only 1, 2.\"",
                        "1,Pre-Op Q Anxiety,4,This is not an option of question 'anxiety-depression' (Anxiety or depression).",
                        "2,Year,2016/17,Every row must have '2017/18' here.",
                        "2,Revision Flag,2,The mapping has no kind of episode for this.",
                        "3,Pre-Op Q EQ VAS,(a number),\"The answer to question 'vas' (Overall health, 0 to 100) must lie between 0 and 100.\"",
                        "5,,,The row cannot be read: a quote is out of place.",
                        "6,,,The row has 2 cells; the file has 49 columns.");
    }

    @Test
    void aMappingThatDoesNotFitTheFileStopsItBeforeTheFirstRow() throws IOException {
        Files.writeString(data, "Provider Code,Gender\nXX1,1\n");
        assertThat(check()).isEqualTo(ImportEnd.STOPPED);
        assertThat(said())
                .contains("The mapping classpath:nhs-proms-knee cannot be used:")
                .contains("  /patient: The file has no column 'Age Band'.");
    }

    private ImportEnd check() {
        ImportArguments arguments =
                new ImportArguments("classpath:nhs-proms-knee", data, true, null, rejects, 2, List.of());
        ComparisonTally tally = new ComparisonTally();
        return new CsvImport(arguments, new PrintStream(said, true, StandardCharsets.UTF_8), false)
                .run(Mappings.DEFINITIONS, new ScoreComparison(Mappings.DEFINITIONS.calculator(), tally), tally);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
