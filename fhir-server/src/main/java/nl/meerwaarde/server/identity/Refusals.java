package nl.meerwaarde.server.identity;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.Constants;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.audit.RefusedRequests;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Says as FHIR does why somebody does not come in: the headers are OAuth's (RFC 6750), the body is an OperationOutcome. */
class Refusals
        implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler, RequestRejectedHandler {
    private final FhirContext fhirContext;
    private final RefusedRequests trail;
    private final BearerTokenAuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();
    private final BearerTokenAccessDeniedHandler denial = new BearerTokenAccessDeniedHandler();

    /** @param trail where each refusal is recorded */
    Refusals(FhirContext fhirContext, RefusedRequests trail) {
        this.fhirContext = fhirContext;
        this.trail = trail;
    }

    /** 401. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        trail.note(request, Optional.empty(), HttpServletResponse.SC_UNAUTHORIZED, TokenFault.of(why));
        challenge.commence(request, response, why);
        boolean token = why instanceof OAuth2AuthenticationException;
        write(response, ProblemCode.NOT_AUTHENTICATED, token ? "token-refused" : "token-missing");
    }

    /** 401; 503 when it is the issuer that does not answer. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        if (why instanceof AuthenticationServiceException) {
            trail.note(request, Optional.empty(), HttpServletResponse.SC_SERVICE_UNAVAILABLE, "issuer-away");
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            write(response, ProblemCode.IDENTITY_UNAVAILABLE, "issuer-away");
        } else {
            commence(request, response, why);
        }
    }

    /** 403. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        trail.note(request, RequesterFilter.requester(request), HttpServletResponse.SC_FORBIDDEN, "role");
        denial.handle(request, response, why);
        write(response, ProblemCode.NOT_ALLOWED, "not-for-you");
    }

    /** 400. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException why)
            throws IOException {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        write(response, ProblemCode.INVALID_PARAMETER, "strange-address");
    }

    private void write(HttpServletResponse response, ProblemCode code, String key) throws IOException {
        response.setContentType(Constants.CT_FHIR_JSON_NEW);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        Problem problem = new Problem(code, "", Sentence.beside(Refusals.class, key));
        response.getWriter()
                .write(fhirContext.newJsonParser().encodeResourceToString(Problems.outcome(List.of(problem))));
    }
}
