package nl.meerwaarde.score;

/** A score expression that fails over a valid response: the instrument is at fault, not the patient's answers. */
public final class ScoringFault extends RuntimeException {
    ScoringFault(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
