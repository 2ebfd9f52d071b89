package nl.meerwaarde.server.failure;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each request that failed, instead of HAPI's own, which quotes addresses and bodies: names searched for, answers that were refused. The request's id is in the answer
 * too ({@code X-Request-ID}) and in the audit trail, which says the rest to who may read it.
 */
@Interceptor
public class FailureLog {
    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);
    private static final int FAULT_OF_THE_SERVER = 500;

    @Hook(Pointcut.SERVER_HANDLE_EXCEPTION)
    public void log(RequestDetails request, BaseServerResponseException failure) {
        if (failure.getStatusCode() < FAULT_OF_THE_SERVER) {
            LOG.info(
                    "{} to {}, request {}: {}",
                    failure.getStatusCode(),
                    asked(request),
                    request.getRequestId(),
                    SilentTrace.head(failure));
        } else {
            LOG.error(
                    "{} to {}, request {}: {}",
                    failure.getStatusCode(),
                    asked(request),
                    request.getRequestId(),
                    SilentTrace.of(failure));
        }
    }

    /** An entry of a batch fails for itself, and HAPI tells nobody but the sender. */
    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public void logEntries(RequestDetails request, IBaseResource answer) {
        if (answer instanceof Bundle bundle && bundle.getType() == BundleType.BATCHRESPONSE) {
            for (int i = 0; i < bundle.getEntry().size(); i++) {
                String status = bundle.getEntry().get(i).getResponse().getStatus();
                if (status != null && status.startsWith("5")) {
                    LOG.error("{} to entry {} of a batch, request {}", status.split(" ")[0], i, request.getRequestId());
                }
            }
        }
    }

    /** In words of FHIR only: the rest of an address may be anybody's. */
    private static String asked(RequestDetails request) {
        String type = request.getFhirContext().getResourceTypes().contains(request.getResourceName())
                ? request.getResourceName()
                : null;
        String operation = request.getRestOperationType() == null
                ? null
                : request.getRestOperationType().getCode();
        return Stream.of(String.valueOf(request.getRequestType()), type, operation)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
