package nl.meerwaarde.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportArgumentsTest {
    @TempDir
    Path folder;

    @Test
    void settingsOfTheServerArePassedOn() throws IOException {
        Path data = Files.createFile(folder.resolve("data.csv"));
        ImportArguments arguments = usable(
                "--mapping=m.json",
                "--file=" + data,
                "--from-row=7",
                "--threads=3",
                "--spring.profiles.active=postgres");
        assertThat(arguments)
                .isEqualTo(new ImportArguments(
                        "m.json", data, false, 7L, null, 3, List.of("--spring.profiles.active=postgres")));
    }

    @Test
    void rejectsAndProgressStandBesideTheDataUnlessToldOtherwise() throws IOException {
        Path data = Files.createFile(folder.resolve("data.csv"));
        ImportArguments plain = usable("--mapping=m.json", "--file=" + data);
        assertThat(plain.rejectFile()).contains(folder.resolve("data.csv.rejects.csv"));
        assertThat(plain.progressFile()).isEqualTo(folder.resolve("data.csv.progress"));
        ImportArguments elsewhere =
                usable("--mapping=m.json", "--file=" + data, "--rejects=" + folder.resolve("sub/r.csv"));
        assertThat(elsewhere.rejectFile()).contains(folder.resolve("sub/r.csv"));
        assertThat(elsewhere.progressFile()).isEqualTo(folder.resolve("sub/data.csv.progress"));
    }

    @Test
    void aCheckWritesNoRejectsUnlessAsked() throws IOException {
        Path data = Files.createFile(folder.resolve("data.csv"));
        assertThat(usable("--mapping=m.json", "--file=" + data, "--check").rejectFile())
                .isEqualTo(Optional.empty());
    }

    @Test
    void everythingThatIsWrongIsListed() {
        assertThat(ImportArguments.parse(
                        List.of("--file=" + folder.resolve("none.csv"), "--threads=many", "--from-row=0", "--chekc")))
                .isEqualTo(new ImportArguments.Reading.Refused(List.of(
                        "--threads must be a number from 1 to 16, not 'many'.",
                        "--from-row must be a number from 1 to 2147483647, not '0'.",
                        "There is no option --chekc.",
                        "--mapping is missing.",
                        "--file: " + folder.resolve("none.csv") + " cannot be read.")));
    }

    private static ImportArguments usable(String... arguments) {
        if (ImportArguments.parse(List.of(arguments)) instanceof ImportArguments.Reading.Usable usable) {
            return usable.arguments();
        }
        throw new AssertionError("Not usable: " + ImportArguments.parse(List.of(arguments)));
    }
}
