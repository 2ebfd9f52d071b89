package nl.meerwaarde.validation;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.patch.FhirPatch;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import org.jspecify.annotations.Nullable;

/** Says 422 to a FHIRPath Patch whose path HAPI 8.8 cannot follow; it takes that for a fault of the server and says 500. */
@Interceptor
public class FaultyPatchInterceptor {
    private static final String PATCH = FhirPatch.class.getPackageName() + ".";

    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public @Nullable BaseServerResponseException namePatch(Throwable failure) {
        return failure instanceof InternalErrorException && isOfPatch(failure)
                ? Problems.unprocessable(
                        new Problem(
                                ProblemCode.PATCH_NOT_APPLICABLE,
                                "Parameters.parameter",
                                "The patch cannot be applied: a path in it is missing, is not FHIRPath, or searches in a way that this server cannot follow; name elements by position or by id."))
                : null;
    }

    private static boolean isOfPatch(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .flatMap(cause -> Arrays.stream(cause.getStackTrace()))
                .anyMatch(frame -> frame.getClassName().startsWith(PATCH));
    }
}
