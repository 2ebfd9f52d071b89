package nl.meerwaarde.server.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Notes at a request who sends it. HAPI works on several threads for one request, and Spring knows who asks on one of them only. */
class RequesterFilter extends OncePerRequestFilter {
    static final String REQUESTER = "nl.meerwaarde.requester";

    private final TokenRequester requesters;

    RequesterFilter(TokenRequester requesters) {
        this.requesters = requesters;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token) {
            request.setAttribute(REQUESTER, requesters.of(token.getToken(), request));
        }
        chain.doFilter(request, response);
    }
}
