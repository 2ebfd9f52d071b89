package nl.meerwaarde.fhir;

import static java.util.Objects.requireNonNull;

/**
 * One thing that is wrong with a request: what kind, where, and a sentence that a developer of a portal or an EHR understands.
 *
 * @param code what kind of problem
 * @param path FHIRPath of the element, e.g. {@code QuestionnaireResponse.item[3].answer[0]}; empty when the problem is not about one element
 * @param sentence what is wrong and what would be right; names linkIds and codes, never a patient's data
 */
public record Problem(ProblemCode code, String path, Sentence sentence) {
    public Problem {
        requireNonNull(code);
        requireNonNull(path);
        requireNonNull(sentence);
    }

    /** A problem that is told in English only. */
    public Problem(ProblemCode code, String path, String sentence) {
        this(code, path, Sentence.of(sentence));
    }
}
