package nl.meerwaarde.server.login;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Reads a request as if it had asked for no more than the application may get. */
final class NarrowedRequest implements AuthenticationConverter {
    private final AuthenticationConverter asked;
    private final Directory directory;

    /** @param asked how the authorization server reads such a request */
    NarrowedRequest(AuthenticationConverter asked, Directory directory) {
        this.asked = asked;
        this.directory = directory;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        Authentication read = asked.convert(request);
        if (read instanceof OAuth2AuthorizationCodeRequestAuthenticationToken forPerson) {
            refusePushed(forPerson);
            return directory
                    .app(forPerson.getClientId())
                    .<Authentication>map(app -> narrowed(forPerson, app))
                    .orElse(read);
        }
        if (read instanceof OAuth2ClientCredentialsAuthenticationToken forSystem) {
            return directory
                    .app(((Authentication) forSystem.getPrincipal()).getName())
                    .<Authentication>map(app -> narrowed(forSystem, app))
                    .orElse(read);
        }
        return read;
    }

    /** What was pushed before would be read after this. */
    private static void refusePushed(OAuth2AuthorizationCodeRequestAuthenticationToken asked) {
        if (asked.getAdditionalParameters().containsKey(OAuth2ParameterNames.REQUEST_URI)) {
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                    new OAuth2Error("request_uri_not_supported"), null);
        }
    }

    private static Authentication narrowed(OAuth2AuthorizationCodeRequestAuthenticationToken asked, App app) {
        Set<String> granted = GrantedScopes.toPerson(asked.getScopes(), app.scopes());
        return new OAuth2AuthorizationCodeRequestAuthenticationToken(
                asked.getAuthorizationUri(),
                asked.getClientId(),
                (Authentication) asked.getPrincipal(),
                asked.getRedirectUri(),
                asked.getState(),
                granted,
                asked.getAdditionalParameters());
    }

    private static Authentication narrowed(OAuth2ClientCredentialsAuthenticationToken asked, App app) {
        return new OAuth2ClientCredentialsAuthenticationToken(
                (Authentication) asked.getPrincipal(),
                GrantedScopes.toSystem(asked.getScopes(), app.scopes()),
                asked.getAdditionalParameters());
    }
}
