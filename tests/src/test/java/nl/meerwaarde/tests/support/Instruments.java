package nl.meerwaarde.tests.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.meerwaarde.questionnaires.InstrumentLibrary;
import org.hl7.fhir.r4.model.Questionnaire;

/** The Questionnaires of the shipped instruments, as somebody reads them who builds a portal. */
public final class Instruments {
    private static final Map<String, Questionnaire> READ = new ConcurrentHashMap<>();

    private Instruments() {}

    public static Questionnaire shipped(String id) {
        return READ.computeIfAbsent(id, Instruments::read);
    }

    private static Questionnaire read(String id) {
        try (InputStream json = InstrumentLibrary.questionnaire(id).openStream()) {
            return Fhir.CONTEXT.newJsonParser().parseResource(Questionnaire.class, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
