package nl.meerwaarde.wording;

/** What happens to responses to an instrument whose owner's wording has not been loaded. */
public enum WordingPolicy {
    /** They are refused: patients must not be asked with our labels. */
    REQUIRED,
    /** They are taken, and marked as test data: for a demonstration or a test, not for patients. */
    DEMONSTRATION
}
