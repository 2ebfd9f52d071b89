package nl.meerwaarde.derivation;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.api.model.DeleteConflictList;
import ca.uhn.fhir.jpa.api.model.ResourceVersionConflictResolutionStrategy;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.hl7.fhir.r4.model.Bundle;
import org.jspecify.annotations.Nullable;

/**
 * Tries a transaction again that met another one on the same rows. What trying again cannot mend is told at once: a client that said which version it means
 * (If-Match), a deletion of what others refer to.
 */
@Interceptor
public class ConflictRetryInterceptor {
    private static final int MOST_RETRIES = 10;

    private static final String STILL_REFERRED_TO = ConflictRetryInterceptor.class.getName();

    @Hook(Pointcut.STORAGE_PRESTORAGE_DELETE_CONFLICTS)
    public void noteReferences(DeleteConflictList conflicts, @Nullable RequestDetails request) {
        if (request != null && !conflicts.isEmpty()) {
            request.getUserData().put(STILL_REFERRED_TO, true);
        }
    }

    @Hook(Pointcut.STORAGE_VERSION_CONFLICT)
    public ResourceVersionConflictResolutionStrategy retry(@Nullable RequestDetails request) {
        ResourceVersionConflictResolutionStrategy strategy = new ResourceVersionConflictResolutionStrategy();
        if (request == null || !namesVersion(request) && !request.getUserData().containsKey(STILL_REFERRED_TO)) {
            strategy.setRetry(true);
            strategy.setMaxRetries(MOST_RETRIES);
        }
        return strategy;
    }

    private static boolean namesVersion(RequestDetails request) {
        return request.getHeader(Constants.HEADER_IF_MATCH) != null
                || request.getResource() instanceof Bundle bundle
                        && bundle.getEntry().stream()
                                .anyMatch(entry -> entry.getRequest().hasIfMatch());
    }
}
