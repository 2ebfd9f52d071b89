package nl.meerwaarde.wording;

import java.util.List;
import nl.meerwaarde.fhir.Problem;

/** What came of reading a text. */
sealed interface WordingReading {
    /** It fits the instrument. */
    record Usable(Wording wording) implements WordingReading {}

    /** It does not, for all these reasons. */
    record Refused(List<Problem> problems) implements WordingReading {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
