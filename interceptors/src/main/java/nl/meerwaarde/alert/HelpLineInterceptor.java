package nl.meerwaarde.alert;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meerwaarde.alert.AlertPolicy.HelpLine;
import nl.meerwaarde.alert.NotedAlarms.Note;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whoever sent an alarming answer at once where the patient finds help: in headers of every answer, and in every OperationOutcome there is. Alerts
 * that could not be raised before are raised here, because nothing may be answered as if all were well while an alert is missing.
 */
@Interceptor
public class HelpLineInterceptor {
    /** The response header with the alerts that the answers raised, separated by commas. */
    public static final String HEADER = "X-Meerwaarde-Safety-Alert";

    private static final Logger LOG = LoggerFactory.getLogger(HelpLineInterceptor.class);

    /** Who may not speak for a patient may not raise alarm either. */
    private static final Set<Integer> TURNED_AWAY =
            Set.of(Constants.STATUS_HTTP_401_CLIENT_UNAUTHORIZED, Constants.STATUS_HTTP_403_FORBIDDEN);

    private final SafetyAlerts alerts;
    private final AlertPolicies policies;

    HelpLineInterceptor(SafetyAlerts alerts, AlertPolicies policies) {
        this.alerts = alerts;
        this.policies = policies;
    }

    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public void answering(RequestDetails request, ResponseDetails answer) {
        List<Note> notes = NotedAlarms.notedBy(request);
        if (notes.isEmpty()) {
            return;
        }
        alerts.beforeAnswering(request);
        addHeaders(request, alertsOf(notes));
        if (answer.getResponseResource() instanceof OperationOutcome outcome) {
            addIssues(outcome, alertsOf(notes));
        } else if (answer.getResponseResource() instanceof Bundle bundle) {
            notes.forEach(note -> addIssues(bundle, note));
        }
    }

    @Hook(Pointcut.SERVER_OUTGOING_FAILURE_OPERATIONOUTCOME)
    public void refusing(RequestDetails request, ResponseDetails answer) {
        List<Note> notes = NotedAlarms.notedBy(request);
        if (notes.isEmpty() || !(answer.getResponseResource() instanceof OperationOutcome outcome)) {
            return;
        }
        try {
            if (!TURNED_AWAY.contains(answer.getResponseCode())) {
                alerts.beforeAnswering(request);
            }
        } catch (RuntimeException e) {
            // A refusal would be taken for the last word, and nobody would send the answers again.
            LOG.error("An alert could not be raised: {}", e.getClass().getName());
            Problem missing = new Problem(
                    ProblemCode.ALERT_NOT_STORED,
                    "",
                    Sentence.beside(HelpLineInterceptor.class, ProblemCode.ALERT_NOT_STORED.code()));
            outcome.addIssue(Problems.issue(missing, IssueSeverity.FATAL));
            answer.setResponseCode(Constants.STATUS_HTTP_500_INTERNAL_ERROR);
        }
        addHeaders(request, alertsOf(notes));
        addIssues(outcome, alertsOf(notes));
    }

    private static Set<String> alertsOf(List<Note> notes) {
        return notes.stream().flatMap(HelpLineInterceptor::alertsOf).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> alertsOf(Note note) {
        return note.response().alarms().stream().map(Alarm::alert);
    }

    /** What a browser or a stock FHIR client can read without knowing us: a Link whose relation is "help". */
    private void addHeaders(RequestDetails request, Set<String> raised) {
        request.getResponse().addHeader(HEADER, String.join(", ", raised).replaceAll("[^\\x20-\\x7e]", "?"));
        raised.stream()
                .flatMap(alert -> helpLines(alert).stream())
                .filter(line -> line.url() != null)
                .map(line -> "<" + line.url() + ">; rel=\"help\"")
                .distinct()
                .forEach(link -> request.getResponse().addHeader("Link", link));
    }

    private void addIssues(Bundle answer, Note note) {
        if (note.entry() >= 0 && note.entry() < answer.getEntry().size()) {
            Bundle.BundleEntryResponseComponent response =
                    answer.getEntry().get(note.entry()).getResponse();
            OperationOutcome outcome =
                    response.getOutcome() instanceof OperationOutcome given ? given : new OperationOutcome();
            response.setOutcome(outcome);
            addIssues(outcome, alertsOf(List.of(note)));
        }
    }

    private void addIssues(OperationOutcome outcome, Set<String> raised) {
        raised.forEach(alert -> helpLines(alert).forEach(line -> outcome.addIssue(issue(alert, line.text()))));
    }

    /** The text is for the patient, so it stands where FHIR has text for people; beside it where our other sentences stand. */
    private static OperationOutcomeIssueComponent issue(String alert, Sentence text) {
        OperationOutcomeIssueComponent issue = new OperationOutcomeIssueComponent();
        issue.setSeverity(IssueSeverity.INFORMATION);
        issue.setCode(IssueType.INFORMATIONAL);
        issue.getDetails().addCoding().setSystem(CodeSystems.SAFETY_ALERT).setCode(alert);
        issue.getDetails().setTextElement(text.element());
        issue.setDiagnosticsElement(text.element());
        return issue;
    }

    private List<HelpLine> helpLines(String alert) {
        return policies.find(alert).map(AlertPolicy::helpLines).orElse(List.of());
    }
}
