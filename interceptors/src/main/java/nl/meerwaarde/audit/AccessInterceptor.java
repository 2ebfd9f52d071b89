package nl.meerwaarde.audit;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.interceptor.ExceptionHandlingInterceptor;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;

/**
 * Records each request before its answer leaves: reads, searches and operations, writes that changed nothing, and everything that is refused. When that fails, the answer
 * does not leave.
 */
@Interceptor
public class AccessInterceptor {
    /** Whatever refuses an answer, or takes something out of it, has done so before. */
    private static final int AFTER_ALL_OTHERS = Integer.MAX_VALUE;

    private static final int BEFORE_ALL_OTHERS = Integer.MIN_VALUE;
    private static final int OK = 200;
    private static final String RECORDED = AccessInterceptor.class.getName();

    private final AuditTrail trail;
    private final Accesses accesses;

    AccessInterceptor(AuditTrail trail, Accesses accesses) {
        this.trail = trail;
        this.accesses = accesses;
    }

    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLER_SELECTED, order = BEFORE_ALL_OTHERS)
    public void arrived(ServletRequestDetails request) {
        Requests.noteId(request);
    }

    @Hook(value = Pointcut.SERVER_OUTGOING_RESPONSE, order = AFTER_ALL_OTHERS)
    public void answered(ServletRequestDetails request, ResponseDetails response) {
        trail.add(() -> entries(request, response));
        request.getUserData().put(RECORDED, true);
    }

    private List<AuditEntry> entries(ServletRequestDetails request, ResponseDetails response) {
        return request.getResource() instanceof Bundle sent
                        && response.getResponseResource() instanceof Bundle answers
                        && accesses.isTransaction(request)
                ? accesses.ofBundle(request, sent, answers)
                : accesses.of(request, response.getResponseResource(), status(response));
    }

    private static int status(ResponseDetails response) {
        return response.getResponseCode() == 0 ? OK : response.getResponseCode();
    }

    /** An operation that writes its answer itself calls no other hook; none of ours does. */
    @Hook(Pointcut.SERVER_PROCESSING_COMPLETED_NORMALLY)
    public void completed(ServletRequestDetails request) {
        if (!request.getUserData().containsKey(RECORDED)) {
            trail.add(() ->
                    accesses.of(request, null, request.getServletResponse().getStatus()));
        }
    }

    /**
     * Records what was refused or failed.
     *
     * @return false when that cannot be recorded: then somebody hears that, and not why the request failed
     */
    @Hook(value = Pointcut.SERVER_HANDLE_EXCEPTION, order = BEFORE_ALL_OTHERS)
    public boolean failed(
            ServletRequestDetails request,
            BaseServerResponseException failure,
            HttpServletRequest servletRequest,
            HttpServletResponse servletResponse)
            throws ServletException, IOException {
        try {
            trail.add(() -> accesses.ofFailure(request, failure.getStatusCode()));
            return true;
        } catch (BaseServerResponseException unrecorded) {
            new ExceptionHandlingInterceptor().handleException(request, unrecorded, servletRequest, servletResponse);
            return false;
        }
    }
}
