package nl.meerwaarde.server.limit;

import ca.uhn.fhir.rest.api.Constants;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets no more than so many bytes of a body in. Compressed bodies are unpacked here, not by HAPI, which would unpack a thousandfold of what was sent before
 * anybody counts.
 */
class BodyLimit extends OncePerRequestFilter {
    private static final String GZIP = "gzip";

    private final long most;

    /** @param most bytes, once unpacked */
    BodyLimit(long most) {
        this.most = most;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Limited(request), response);
    }

    private final class Limited extends HttpServletRequestWrapper {
        private final boolean packed;
        private @Nullable ServletInputStream body;

        Limited(HttpServletRequest request) {
            super(request);
            this.packed = GZIP.equalsIgnoreCase(request.getHeader(Constants.HEADER_CONTENT_ENCODING));
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (body == null) {
                InputStream sent = super.getInputStream();
                body = new LimitedBody(packed ? new GZIPInputStream(sent) : sent, most);
            }
            return body;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            String named = getCharacterEncoding();
            return new BufferedReader(
                    new InputStreamReader(getInputStream(), named == null ? StandardCharsets.UTF_8.name() : named));
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isHidden(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isHidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        private boolean isHidden(String name) {
            return packed && Constants.HEADER_CONTENT_ENCODING.equalsIgnoreCase(name);
        }
    }
}
