package nl.meerwaarde.validation;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.meerwaarde.alert.SafetyAlerts;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.Problems;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryResponseComponent;

/**
 * Checks the entries of a batch. They stand alone, so one may not refuse the others: what is wrong with an entry is noted on its resource when the request
 * arrives, while its text is there, and refuses that resource when it is about to be stored.
 */
@Interceptor
public class BatchValidationInterceptor {
    private static final int BEFORE_OTHERS_ADD_TO_IT = -1_000;
    private static final String PROBLEMS = BatchValidationInterceptor.class.getName();

    private final ResourceCheck check;
    private final SafetyAlerts alerts;

    BatchValidationInterceptor(ResourceCheck check, SafetyAlerts alerts) {
        this.check = check;
        this.alerts = alerts;
    }

    static boolean isBatch(JsonNode bundle) {
        return "batch".equals(bundle.path("type").asText());
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void noteProblems(RequestDetails request) {
        if (request.getResource() instanceof Bundle bundle && bundle.getType() == Bundle.BundleType.BATCH) {
            check.sent(request).ifPresent(sent -> noteProblems(request, SentBundle.of(sent), bundle));
        }
    }

    /** HAPI answers a refused entry with the exception's message; here it gets every problem, as it would get alone. */
    @Hook(value = Pointcut.SERVER_OUTGOING_RESPONSE, order = BEFORE_OTHERS_ADD_TO_IT)
    public void tellProblems(RequestDetails request, ResponseDetails answer) {
        if (answer.getResponseResource() instanceof Bundle bundle) {
            problemsByEntry(request).forEach((entry, problems) -> {
                BundleEntryResponseComponent response =
                        bundle.getEntry().get(entry).getResponse();
                if (response.hasStatus() && response.getStatus().startsWith("422")) {
                    response.setOutcome(Problems.outcome(problems));
                }
            });
        }
    }

    @SuppressWarnings("unchecked") // only noteProblems() puts something there
    private static Map<Integer, List<Problem>> problemsByEntry(RequestDetails request) {
        return (Map<Integer, List<Problem>>) request.getUserData().getOrDefault(PROBLEMS, Map.of());
    }

    private void noteProblems(RequestDetails request, SentBundle sent, Bundle parsed) {
        Map<Integer, List<Problem>> byEntry = new HashMap<>();
        for (BundleEntry entry : sent.entries()) {
            if (check.applies(entry.resourceType())) {
                List<Problem> problems = check.problems(
                        entry.resource(),
                        entry.isUpdate(),
                        alarming -> alerts.arrived(request, entry.index(), sent.identified(alarming)));
                parsed.getEntry().get(entry.index()).getResource().setUserData(PROBLEMS, problems);
                if (!problems.isEmpty()) {
                    byEntry.put(entry.index(), problems);
                }
            }
        }
        request.getUserData().put(PROBLEMS, byEntry);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void beforeCreate(IBaseResource resource) {
        refuse(resource);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void beforeUpdate(IBaseResource before, IBaseResource after) {
        refuse(after);
    }

    @SuppressWarnings("unchecked")
    private static void refuse(IBaseResource resource) {
        if (resource.getUserData(PROBLEMS) instanceof List<?> problems && !problems.isEmpty()) {
            throw Problems.unprocessable((List<Problem>) problems);
        }
    }
}
