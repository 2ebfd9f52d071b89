package nl.meerwaarde.wording;

import java.util.Optional;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.instrument.Instrument;

/** What happens to responses to an instrument whose owner's wording has not been loaded. */
public enum WordingPolicy {
    /** They are refused: patients must not be asked with our labels. */
    REQUIRED,
    /** They are taken, and marked as test data: for a demonstration or a test, not for patients. */
    DEMONSTRATION;

    /**
     * Why patients may not be asked with an instrument; empty when they may.
     *
     * @param path the element or parameter that names the instrument
     */
    public Optional<Problem> objection(Instrument instrument, String path) {
        return this == REQUIRED && instrument.wording().isMissing()
                ? Optional.of(new Problem(
                        ProblemCode.WORDING_MISSING,
                        path,
                        Sentence.beside(WordingPolicy.class, "wording-missing", instrument.canonical())))
                : Optional.empty();
    }
}
