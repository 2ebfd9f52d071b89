package nl.meerwaarde.score;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import nl.meerwaarde.instrument.FhirPath;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.InstrumentReader;
import nl.meerwaarde.instrument.InstrumentReading;
import nl.meerwaarde.questionnaires.InstrumentLibrary;
import org.hl7.fhir.r4.model.Questionnaire;

/** The shipped instruments, read the way the server reads them. */
public final class Instruments {
    public static final FhirContext FHIR = FhirContext.forR4Cached();
    public static final FhirPath FHIR_PATH = new FhirPath(FHIR);
    public static final InstrumentReader READER = new InstrumentReader(FHIR_PATH);

    private Instruments() {}

    public static Instrument shipped(String id) {
        try (InputStream json = InstrumentLibrary.questionnaire(id).openStream()) {
            return read(FHIR.newJsonParser().parseResource(Questionnaire.class, json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Instrument read(Questionnaire questionnaire) {
        if (READER.read(questionnaire) instanceof InstrumentReading.Usable usable) {
            return usable.instrument();
        }
        throw new AssertionError("Not usable: " + READER.read(questionnaire));
    }
}
