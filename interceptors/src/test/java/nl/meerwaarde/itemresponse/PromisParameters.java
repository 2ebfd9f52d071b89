package nl.meerwaarde.itemresponse;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The item parameters of the PROMIS banks, where they lie beside the project: they are not the project's to hand out. Tests that need them are skipped where they
 * are not.
 */
public final class PromisParameters {
    private static final Path FOLDER = Path.of(System.getProperty("meerwaarde.promis.data", "../../shared/data/other"));

    private PromisParameters() {}

    /** Parameters by item id, in the bank's order. */
    public static Map<String, GradedItem> of(String bank) {
        Path file = FOLDER.resolve("promis-" + bank + "-item-parameters.csv");
        assumeTrue(Files.isReadable(file), "Skipped: no " + file.normalize() + " (set -Dmeerwaarde.promis.data)");
        Map<String, GradedItem> items = new LinkedHashMap<>();
        try {
            Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> line.split(","))
                    .forEach(row -> items.put(row[0], item(row)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return items;
    }

    private static GradedItem item(String[] row) {
        return new GradedItem(
                Double.parseDouble(row[2]),
                Arrays.stream(row).skip(3).map(Double::valueOf).toList());
    }
}
