package nl.meerwaarde.server.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import nl.meerwaarde.requester.Requester;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Notes at a request who sends it. HAPI works on several threads for one request, and Spring knows who asks on one of them only. */
public class RequesterFilter extends OncePerRequestFilter {
    static final String REQUESTER = "nl.meerwaarde.requester";

    private final TokenRequester requesters;

    RequesterFilter(TokenRequester requesters) {
        this.requesters = requesters;
    }

    /** Who sends a request; empty when no token said so. */
    public static Optional<Requester> requester(HttpServletRequest request) {
        return Optional.ofNullable((Requester) request.getAttribute(REQUESTER));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token) {
            request.setAttribute(REQUESTER, requesters.of(token.getToken()));
        }
        chain.doFilter(request, response);
    }
}
