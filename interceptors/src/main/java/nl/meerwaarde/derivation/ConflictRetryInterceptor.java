package nl.meerwaarde.derivation;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.api.model.ResourceVersionConflictResolutionStrategy;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.hl7.fhir.r4.model.Bundle;
import org.jspecify.annotations.Nullable;

/** Tries a transaction again that met another one on the same rows. A client that said which version it means (If-Match) is told at once. */
@Interceptor
public class ConflictRetryInterceptor {
    private static final int MOST_RETRIES = 10;

    @Hook(Pointcut.STORAGE_VERSION_CONFLICT)
    public ResourceVersionConflictResolutionStrategy retry(@Nullable RequestDetails request) {
        ResourceVersionConflictResolutionStrategy strategy = new ResourceVersionConflictResolutionStrategy();
        if (request == null || !namesVersion(request)) {
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
