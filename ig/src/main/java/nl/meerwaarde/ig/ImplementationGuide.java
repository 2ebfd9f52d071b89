package nl.meerwaarde.ig;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The definitions that come with Meerwaarde, as JSON. Whoever loads them in the order given never meets a definition that
 * leans on a later one: extensions and profiles, operations, pathways, measures.
 */
public final class ImplementationGuide {

    private static final List<String> DEFINITIONS = readIndex();

    private ImplementationGuide() {}

    /** The file names of all definitions, in load order: {@code <resource type>-<id>.json}. */
    public static List<String> definitions() {
        return DEFINITIONS;
    }

    /** Opens one of {@link #definitions()}; the caller closes it. */
    public static InputStream open(String definition) {
        if (!DEFINITIONS.contains(definition)) {
            throw new IllegalArgumentException("The implementation guide has no definition '" + definition + "'");
        }
        return resource(definition);
    }

    private static List<String> readIndex() {
        try (InputStream index = resource("index.txt")) {
            return new String(index.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        InputStream stream = ImplementationGuide.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("The implementation guide lacks " + name);
        }
        return stream;
    }
}
