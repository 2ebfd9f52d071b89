package nl.meerwaarde.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/** Mappings for tests, read the way the importer reads them. */
final class Mappings {
    static final ImportDefinitions DEFINITIONS = ImportDefinitions.shipped();

    private Mappings() {}

    static ImportMapping shipped(String name) {
        try {
            return usable(MappingReader.read("classpath:" + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ImportMapping read(String json) {
        return usable(MappingReader.parse(json));
    }

    private static ImportMapping usable(MappingReading reading) {
        if (reading instanceof MappingReading.Usable usable) {
            return usable.mapping();
        }
        throw new AssertionError("Not usable: " + reading);
    }

    static BoundMapping bound(String json) {
        return bound(read(json));
    }

    static BoundMapping bound(ImportMapping mapping) {
        if (MappingBinding.bind(mapping, DEFINITIONS) instanceof MappingBinding.Outcome.Bound bound) {
            return bound.mapping();
        }
        throw new AssertionError("Not bound: " + MappingBinding.bind(mapping, DEFINITIONS));
    }

    /** Every column that the mapping names. */
    static Set<String> columns(ImportMapping mapping) {
        return MappingColumns.named(mapping).keySet();
    }
}
