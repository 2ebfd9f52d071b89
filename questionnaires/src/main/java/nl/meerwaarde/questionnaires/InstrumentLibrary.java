package nl.meerwaarde.questionnaires;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The instruments that come with Meerwaarde. An instrument is named by its id, which is also the id of its Questionnaire
 * and the last part of that Questionnaire's canonical address.
 *
 * <p>Everything is a resource on the class path, addressed by URL so that a reader can name what it read; nothing is
 * parsed here.
 */
public final class InstrumentLibrary {

    private static final List<String> INSTRUMENTS = readIndex();

    private InstrumentLibrary() {}

    /** The ids of all instruments, in the order of the index. */
    public static List<String> instruments() {
        return INSTRUMENTS;
    }

    /** The Questionnaire (JSON): items, answers, weights and score expressions. */
    public static URL questionnaire(String instrument) {
        return required(instrument, "questionnaire.json");
    }

    /** A Bundle (JSON) with the ObservationDefinition of each score of the Questionnaire. */
    public static URL observationDefinitions(String instrument) {
        return required(instrument, "observation-definitions.json");
    }

    /** Answers with the scores they must give (JSON, {@link #casesSchema()}). */
    public static URL cases(String instrument) {
        return required(instrument, "cases.json");
    }

    /**
     * All answer patterns with the scores they must give (CSV), for instruments that have few enough. The column
     * {@code state} holds the codes of the choice items in order, one character each; every other column is named like
     * its score.
     */
    public static Optional<URL> states(String instrument) {
        return Optional.ofNullable(find(instrument, "states.csv"));
    }

    /** Who owns the instrument and what a hospital must do before it may use it (Markdown). */
    public static URL licence(String instrument) {
        return required(instrument, "LICENCE.md");
    }

    /** The JSON schema of every {@link #cases(String)}. */
    public static URL casesSchema() {
        return present(InstrumentLibrary.class.getResource("cases.schema.json"), "cases.schema.json");
    }

    private static URL required(String instrument, String file) {
        return present(find(instrument, file), instrument + "/" + file);
    }

    private static @Nullable URL find(String instrument, String file) {
        if (!INSTRUMENTS.contains(instrument)) {
            throw new IllegalArgumentException("No instrument '" + instrument + "'; there are " + INSTRUMENTS);
        }
        return InstrumentLibrary.class.getResource(instrument + "/" + file);
    }

    private static URL present(@Nullable URL resource, String path) {
        if (resource == null) {
            throw new IllegalStateException("The instrument library lacks " + path);
        }
        return resource;
    }

    private static List<String> readIndex() {
        URL index = present(InstrumentLibrary.class.getResource("index.txt"), "index.txt");
        try (InputStream lines = index.openStream()) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
