package nl.meerwaarde.instrument;

import java.util.List;
import nl.meerwaarde.fhir.Problem;

/** What came of reading a Questionnaire: an instrument, or everything that is wrong with it. */
public sealed interface InstrumentReading {
    /** The Questionnaire can be used. */
    record Usable(Instrument instrument) implements InstrumentReading {}

    /** The Questionnaire cannot be used; never empty. */
    record Refused(List<Problem> problems) implements InstrumentReading {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
