package nl.meerwaarde.server.login;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** Answers {@code .well-known/smart-configuration} before anything asks for a token: it is how applications learn where to get one. */
final class SmartConfigurationFilter extends HttpFilter {
    static final String PATH = "/fhir/.well-known/smart-configuration";

    private static final long serialVersionUID = 1;
    private static final String METHODS = "GET, HEAD, OPTIONS";

    private final byte[] document;

    SmartConfigurationFilter(SmartConfiguration configuration, ObjectMapper json) throws IOException {
        document = json.writeValueAsBytes(configuration.members());
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws IOException {
        // For everybody, from everywhere: it holds no secret and takes no credentials.
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
        response.setHeader(HttpHeaders.ALLOW, METHODS);
        response.setHeader("X-Content-Type-Options", "nosniff");
        HttpMethod method = HttpMethod.valueOf(request.getMethod());
        if (HttpMethod.OPTIONS.equals(method)) {
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "Accept, Authorization");
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else if (HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=300");
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setContentLength(document.length);
            response.getOutputStream().write(document);
        } else {
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }
}
