package nl.meerwaarde.tests.support;

import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;

/**
 * A problem as a client should be told.
 *
 * @param code which kind
 * @param path the element it is about; empty when it is about none
 * @param sentencePart what the sentence must say, among other words
 */
public record Complaint(ProblemCode code, String path, String sentencePart) {
    /** Whether an issue says so. */
    public boolean isMadeBy(OperationOutcomeIssueComponent issue) {
        return issue.getDetails().getCodingFirstRep().getSystem().equals(Canonicals.CodeSystems.PROBLEM)
                && issue.getDetails().getCodingFirstRep().getCode().equals(code.code())
                && issue.getCode() == code.issueType()
                && path.equals(
                        issue.hasExpression() ? issue.getExpression().get(0).getValue() : "")
                && issue.getDiagnostics().contains(sentencePart);
    }
}
