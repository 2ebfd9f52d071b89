package nl.meerwaarde.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meerwaarde.terminology.Canonicals;

/** What of a record leaves under pseudonyms, as {@code pseudonymised-elements.csv} says. */
final class KeptElements {
    private static final String TABLE = "pseudonymised-elements.csv";
    private static final String EXTENSION = "extension";
    private static final String OURS = Canonicals.BASE + "/StructureDefinition/";

    private final Map<String, Set<String>> byType;

    private KeptElements(Map<String, Set<String>> byType) {
        this.byType = byType;
    }

    static KeptElements read() {
        try (InputStream table = KeptElements.class.getResourceAsStream(TABLE)) {
            if (table == null) {
                throw new IllegalStateException("The plug-in jar lacks " + TABLE);
            }
            return new KeptElements(new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .collect(Collectors.toMap(
                            row -> row[0],
                            row -> Arrays.stream(row[1].split(" ")).collect(Collectors.toUnmodifiableSet()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether anything of resources of this type leaves. */
    boolean has(String type) {
        return !type.equals(EXTENSION) && byType.containsKey(type);
    }

    /** @param element as FHIR's definition names it, a choice with {@code [x]} */
    boolean has(String type, String element) {
        return byType.getOrDefault(type, Set.of()).contains(element.replace("[x]", ""));
    }

    boolean hasExtension(String url) {
        return url.startsWith(OURS) && has(EXTENSION, url.substring(OURS.length()));
    }
}
