package nl.meerwaarde.submission;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import java.util.ArrayList;
import java.util.List;
import nl.meerwaarde.score.ClientScores;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/**
 * Tells a client that its scores were replaced: as a header on every answer, and as a warning where the answer is an OperationOutcome. In a returned
 * response the client's value stands beside the server's (extension {@code client-score}).
 */
@Interceptor
public class ScoreDifferenceReport {
    /** The response header with one sentence per replaced score. */
    public static final String HEADER = "X-Meerwaarde-Score-Replaced";

    private static final String KEY = ScoreDifferenceReport.class.getName();

    static void note(@Nullable RequestDetails request, List<ClientScores.Difference> differences) {
        if (request == null || differences.isEmpty()) {
            return;
        }
        List<String> sentences = new ArrayList<>(noted(request));
        differences.forEach(difference -> sentences.add(difference.sentence()));
        request.getUserData().put(KEY, sentences);
    }

    @SuppressWarnings("unchecked") // only note() puts something there
    private static List<String> noted(RequestDetails request) {
        return (List<String>) request.getUserData().getOrDefault(KEY, List.of());
    }

    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public void report(RequestDetails request, ResponseDetails answer) {
        List<String> sentences = noted(request);
        if (sentences.isEmpty()) {
            return;
        }
        request.getResponse().addHeader(HEADER, String.join(" ", sentences));
        if (answer.getResponseResource() instanceof OperationOutcome outcome) {
            sentences.forEach(sentence -> outcome.addIssue()
                    .setSeverity(IssueSeverity.WARNING)
                    .setCode(IssueType.BUSINESSRULE)
                    .setDiagnostics(sentence));
        }
    }
}
