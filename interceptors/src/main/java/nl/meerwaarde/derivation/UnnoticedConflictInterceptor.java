package nl.meerwaarde.derivation;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import jakarta.persistence.OptimisticLockException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says 409 to a client whose resource another one changed at the same time. HAPI 8.8 notices that at the end of a transaction, and tries again; when the
 * database tells it earlier, because a look-up writes what is pending first, HAPI takes it for a fault of the server and says 500.
 */
@Interceptor
public class UnnoticedConflictInterceptor {
    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public @Nullable BaseServerResponseException nameConflict(Throwable failure) {
        boolean unnoticed = failure instanceof InternalErrorException
                && Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                        .anyMatch(OptimisticLockException.class::isInstance);
        return unnoticed
                ? new ResourceVersionConflictException(
                        "Another request changed the same resource at the same time; send this one again.")
                : null;
    }
}
