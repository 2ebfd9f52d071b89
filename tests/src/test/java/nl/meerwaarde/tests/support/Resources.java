package nl.meerwaarde.tests.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.hl7.fhir.r4.model.Resource;

/** FHIR resources that stand beside the tests as files. */
public final class Resources {
    private Resources() {}

    /** Reads a JSON file that stands beside a class. */
    public static <T extends Resource> T read(Class<?> beside, String name, Class<T> type) {
        try (InputStream json = beside.getResourceAsStream(name)) {
            if (json == null) {
                throw new IllegalArgumentException("No " + name + " beside " + beside);
            }
            return Fhir.CONTEXT.newJsonParser().parseResource(type, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
