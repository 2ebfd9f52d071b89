package nl.meerwaarde.server.login;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * A public application that refreshes or revokes its token says who it is and has nothing to prove it with; the refresh token itself is the proof. The authorization server
 * knows such applications only when they exchange a code.
 */
final class PublicAppAuthentication implements AuthenticationConverter, AuthenticationProvider {
    private final RegisteredClientRepository clients;
    private final String revocationEndpoint;

    PublicAppAuthentication(RegisteredClientRepository clients, String revocationEndpoint) {
        this.clients = clients;
        this.revocationEndpoint = revocationEndpoint;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        String client = request.getParameter(OAuth2ParameterNames.CLIENT_ID);
        if (client == null || isProven(request) || !(isRefreshing(request) || isRevoking(request))) {
            return null;
        }
        if (request.getParameterValues(OAuth2ParameterNames.CLIENT_ID).length > 1) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        }
        return new UnprovenApp(client);
    }

    private static boolean isProven(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null
                || request.getParameter(OAuth2ParameterNames.CLIENT_ASSERTION) != null
                || request.getParameter(OAuth2ParameterNames.CLIENT_SECRET) != null;
    }

    private static boolean isRefreshing(HttpServletRequest request) {
        return AuthorizationGrantType.REFRESH_TOKEN
                .getValue()
                .equals(request.getParameter(OAuth2ParameterNames.GRANT_TYPE));
    }

    private boolean isRevoking(HttpServletRequest request) {
        return revocationEndpoint.equals(request.getRequestURI());
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        RegisteredClient client =
                clients.findByClientId(authentication.getPrincipal().toString());
        if (client == null || !client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UnprovenApp.class.isAssignableFrom(authentication);
    }

    /** Only this class knows it, so that no other provider accepts or refuses it. */
    private static final class UnprovenApp extends OAuth2ClientAuthenticationToken {
        private UnprovenApp(String client) {
            super(client, ClientAuthenticationMethod.NONE, null, null);
        }
    }
}
