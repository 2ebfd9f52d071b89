package nl.meerwaarde.validation;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.jspecify.annotations.Nullable;

/**
 * Says 400 to a request over which HAPI 8.8 stumbles while it reads it: a percent sign that encodes nothing, a JSON null where an object belongs, a version that is no number. HAPI takes these for
 * faults of the server and says 500. Where the stumbling happened tells whose fault it is, so faults of the server itself stay 500.
 */
@Interceptor
public class UnreadableRequestInterceptor {
    /** Classes that do nothing but read what a client sent. */
    private static final List<String> READERS = List.of(
            "ca.uhn.fhir.parser.",
            "ca.uhn.fhir.model.primitive.BaseDateTimeDt",
            "ca.uhn.fhir.jpa.dao.predicate.SearchFilterParser",
            "ca.uhn.fhir.util.UrlUtil",
            "ca.uhn.fhir.rest.param.",
            "ca.uhn.fhir.rest.api.server.RequestDetails",
            "ca.uhn.fhir.rest.server.RestfulServerUtils",
            "ca.uhn.fhir.rest.server.method.",
            "ca.uhn.fhir.rest.server.servlet.ServletRequestDetails",
            "ca.uhn.fhir.interceptor.model.ReadPartitionIdRequestDetails",
            "ca.uhn.fhir.jpa.patch.",
            "ca.uhn.fhir.jpa.searchparam.MatchUrlService");

    private static final List<String> CODE_OF_ANYBODY = List.of("ca.uhn.", "org.hl7.", "nl.meerwaarde.");

    /** Looks things up for whoever asks, so it is the asker that stumbled. */
    private static final String ASKED_BY_ALL = "ca.uhn.fhir.context.FhirContext";

    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public @Nullable BaseServerResponseException blame(Throwable failure) {
        if (failure instanceof BaseServerResponseException && !(failure instanceof InternalErrorException)) {
            return null;
        }
        Throwable cause = ExceptionUtils.getRootCause(failure);
        return isOfReading(cause == null ? failure : cause)
                ? Problems.badRequest(List.of(new Problem(
                        ProblemCode.UNREADABLE_REQUEST,
                        "",
                        Sentence.beside(UnreadableRequestInterceptor.class, "unreadable-request"))))
                : null;
    }

    private static boolean isOfReading(Throwable cause) {
        Optional<String> place = Arrays.stream(cause.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(name -> CODE_OF_ANYBODY.stream().anyMatch(name::startsWith))
                .filter(name -> !name.startsWith(ASKED_BY_ALL))
                .findFirst();
        // HAPI reads version ids, as of If-Match, where it needs them.
        boolean numberOfHapi = cause instanceof NumberFormatException
                && place.filter(name -> !name.startsWith("nl.meerwaarde.")).isPresent();
        return numberOfHapi
                || place.filter(name -> READERS.stream().anyMatch(name::startsWith))
                        .isPresent();
    }
}
