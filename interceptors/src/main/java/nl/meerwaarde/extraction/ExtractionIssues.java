package nl.meerwaarde.extraction;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;

/**
 * What went wrong while extracting. A fault of the Questionnaire would spoil every extraction, so it refuses the whole; what does not fit in these answers
 * is left out and told.
 */
final class ExtractionIssues {
    private final Set<Problem> faults = new LinkedHashSet<>();
    private final Set<Problem> leftOut = new LinkedHashSet<>();

    /** The Questionnaire says something that cannot be done. */
    void fault(ProblemCode code, String path, String sentence) {
        faults.add(new Problem(code, path, sentence));
    }

    /** Something is not extracted. */
    void leftOut(ProblemCode code, String path, String sentence) {
        leftOut.add(new Problem(code, path, sentence));
    }

    List<Problem> faults() {
        return List.copyOf(faults);
    }

    List<Problem> leftOut() {
        return List.copyOf(leftOut);
    }
}
