package nl.meerwaarde.fhir;

import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;

/** The one place that turns problems into an OperationOutcome and an HTTP status. */
public final class Problems {
    private Problems() {}

    /** 422: the resource breaks rules. Every problem is in the OperationOutcome. */
    public static BaseServerResponseException unprocessable(List<Problem> problems) {
        return new UnprocessableEntityException(summary(problems), outcome(problems));
    }

    /** 422 for a single problem. */
    public static BaseServerResponseException unprocessable(Problem problem) {
        return unprocessable(List.of(problem));
    }

    /** 400: the request itself is wrong, such as an unknown parameter. */
    public static BaseServerResponseException badRequest(List<Problem> problems) {
        return new InvalidRequestException(summary(problems), outcome(problems));
    }

    /** 403: who asks may not do this. */
    public static BaseServerResponseException forbidden(List<Problem> problems) {
        return new ForbiddenOperationException(summary(problems), outcome(problems));
    }

    /** 404: what the request names is not here. */
    public static BaseServerResponseException notFound(List<Problem> problems) {
        return new ResourceNotFoundException(summary(problems), outcome(problems));
    }

    /** 404 when everything that is wrong is that something was not found, else 400. */
    public static BaseServerResponseException badRequestOrNotFound(List<Problem> problems) {
        return problems.stream().allMatch(problem -> problem.code().issueType() == IssueType.NOTFOUND)
                ? notFound(problems)
                : badRequest(problems);
    }

    /**
     * 409: the request may be right but does not fit what is stored. Not HAPI's own exception for that status, which stands for two transactions that met
     * and may be tried again.
     */
    public static BaseServerResponseException conflict(Problem problem) {
        return new UnclassifiedServerFailureException(
                Constants.STATUS_HTTP_409_CONFLICT, summary(List.of(problem)), outcome(List.of(problem)));
    }

    /** One error issue per problem, in the given order. In English, with the translations that the sentences have. */
    public static OperationOutcome outcome(List<Problem> problems) {
        return outcome(problems, IssueSeverity.ERROR);
    }

    /** What a successful answer has to say besides: one issue per problem, in the given order. */
    public static OperationOutcome outcome(List<Problem> problems, IssueSeverity severity) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.setLanguage("en");
        problems.forEach(problem -> outcome.addIssue(issue(problem, severity)));
        return outcome;
    }

    /** A problem as an issue of the given severity. */
    public static OperationOutcomeIssueComponent issue(Problem problem, IssueSeverity severity) {
        OperationOutcomeIssueComponent issue = new OperationOutcomeIssueComponent();
        issue.setSeverity(severity);
        issue.setCode(problem.code().issueType());
        issue.setDiagnosticsElement(problem.sentence().element());
        issue.getDetails()
                .addCoding()
                .setSystem(Canonicals.CodeSystems.PROBLEM)
                .setCode(problem.code().code());
        if (!problem.path().isEmpty()) {
            issue.addExpression(problem.path());
        }
        return issue;
    }

    /** Problems whose sentences may quote what a patient answered. */
    private static final Set<ProblemCode> QUOTING = EnumSet.of(ProblemCode.ANSWER_OPTION, ProblemCode.INVALID_RESOURCE);

    /** What ends up in logs, and in the answer to a batch entry: sentences, but of those that may quote an answer only the kind. */
    private static String summary(List<Problem> problems) {
        return problems.stream()
                .map(problem -> QUOTING.contains(problem.code())
                        ? problem.code().code()
                        : problem.sentence().text())
                .distinct()
                .collect(Collectors.joining(" ", "Refused: ", ""));
    }
}
