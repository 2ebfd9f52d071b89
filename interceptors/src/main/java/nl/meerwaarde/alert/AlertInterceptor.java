package nl.meerwaarde.alert;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import java.time.Clock;
import nl.meerwaarde.terminology.Canonicals.Identifiers;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Task;

/** Follows what becomes of alarming responses and of the tasks they raised, in the transaction that changes them. */
@Interceptor
public class AlertInterceptor {
    private final SafetyAlerts alerts;
    private final AlertWriting writing;
    private final RaisedAlerts raised;
    private final Clock clock;

    AlertInterceptor(SafetyAlerts alerts, AlertWriting writing, RaisedAlerts raised, Clock clock) {
        this.alerts = alerts;
        this.writing = writing;
        this.raised = raised;
        this.clock = clock;
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource, TransactionDetails details) {
        if (resource instanceof QuestionnaireResponse response) {
            alerts.stored(response, details);
        }
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after, TransactionDetails details) {
        if (after instanceof QuestionnaireResponse response) {
            alerts.stored(response, details);
            if (isMistake(response) && !isMistake(before)) {
                writing.responseWasMistake(response.getIdElement().getIdPart(), details);
            }
        } else if (after instanceof Task task && isOurs(task)) {
            progressed(before, task);
        }
    }

    /** A task that was deleted will not be accepted. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource resource) {
        if (resource instanceof Task task && isOurs(task)) {
            raised.accepted(task.getIdElement().getIdPart(), true);
        }
    }

    private void progressed(IBaseResource before, Task task) {
        String id = task.getIdElement().getIdPart();
        if (!TaskProgress.isWaiting(task)) {
            raised.accepted(id, TaskProgress.isEnded(task));
        } else if (before instanceof Task earlier && !TaskProgress.isWaiting(earlier)) {
            raised.handedBack(id, clock.instant());
        }
    }

    private static boolean isMistake(IBaseResource resource) {
        return resource instanceof QuestionnaireResponse response
                && response.getStatus() == QuestionnaireResponseStatus.ENTEREDINERROR;
    }

    private static boolean isOurs(Task task) {
        return task.getIdentifier().stream()
                .anyMatch(identifier -> Identifiers.SAFETY_ALERT.equals(identifier.getSystem()));
    }
}
