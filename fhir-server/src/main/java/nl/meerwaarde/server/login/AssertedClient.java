package nl.meerwaarde.server.login;

import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.web.authentication.JwtClientAssertionAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Clients of SMART send their assertion alone: who they are stands in it. The authorization server wants {@code client_id} beside it (RFC 7521 leaves that open), so it is put
 * there. Nothing is believed by this: the assertion is checked against the keys of the client that it names.
 */
final class AssertedClient implements AuthenticationConverter {
    private final AuthenticationConverter named = new JwtClientAssertionAuthenticationConverter();

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        String assertion = request.getParameter(OAuth2ParameterNames.CLIENT_ASSERTION);
        if (assertion == null || request.getParameter(OAuth2ParameterNames.CLIENT_ID) != null) {
            return named.convert(request);
        }
        return named.convert(new WithClient(request, subject(assertion)));
    }

    private static String subject(String assertion) {
        try {
            String subject = SignedJWT.parse(assertion).getJWTClaimsSet().getSubject();
            if (subject != null) {
                return subject;
            }
        } catch (ParseException e) {
            // as if it named nobody
        }
        throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
    }

    private static final class WithClient extends HttpServletRequestWrapper {
        private final String client;

        private WithClient(HttpServletRequest request, String client) {
            super(request);
            this.client = client;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> parameters = new HashMap<>(super.getParameterMap());
            parameters.put(OAuth2ParameterNames.CLIENT_ID, new String[] {client});
            return parameters;
        }
    }
}
