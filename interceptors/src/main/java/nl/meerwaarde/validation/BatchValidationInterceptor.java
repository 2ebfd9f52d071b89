package nl.meerwaarde.validation;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.Problems;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;

/**
 * Checks the entries of a batch. They stand alone, so one may not refuse the others: what is wrong with an entry is noted on its resource when the request
 * arrives, while its text is there, and refuses that resource when it is about to be stored.
 */
@Interceptor
public class BatchValidationInterceptor {
    private static final String PROBLEMS = BatchValidationInterceptor.class.getName();

    private final ResourceCheck check;

    BatchValidationInterceptor(ResourceCheck check) {
        this.check = check;
    }

    static boolean isBatch(JsonNode bundle) {
        return "batch".equals(bundle.path("type").asText());
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void noteProblems(RequestDetails request) {
        if (request.getResource() instanceof Bundle bundle && bundle.getType() == Bundle.BundleType.BATCH) {
            check.sent(request).ifPresent(sent -> noteProblems(BundleEntry.of(sent), bundle));
        }
    }

    private void noteProblems(List<BundleEntry> sent, Bundle parsed) {
        for (BundleEntry entry : sent) {
            if (check.applies(entry.resourceType())) {
                parsed.getEntry().get(entry.index()).getResource().setUserData(PROBLEMS, problems(entry));
            }
        }
    }

    private List<Problem> problems(BundleEntry entry) {
        return check.problems(entry.resource(), entry.isUpdate());
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
