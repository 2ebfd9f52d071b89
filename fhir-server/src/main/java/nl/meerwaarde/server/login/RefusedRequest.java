package nl.meerwaarde.server.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** An authorization request that cannot be granted: the application is told why; where it is not certain whose request it is, the person is told. */
final class RefusedRequest implements AuthenticationFailureHandler {
    private final Directory directory;
    private final Pages pages = new Pages();

    RefusedRequest(Directory directory) {
        this.directory = directory;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        if (exception instanceof OAuth2AuthorizationCodeRequestAuthenticationException refused) {
            OAuth2AuthorizationCodeRequestAuthenticationToken asked =
                    refused.getAuthorizationCodeRequestAuthentication();
            String redirect = asked == null ? null : asked.getRedirectUri();
            if (asked != null && redirect != null && isTheApplications(asked.getClientId(), redirect)) {
                response.sendRedirect(answer(redirect, refused.getError(), asked.getState()));
                return;
            }
        }
        // People send their decision by POST; one that is not waited for was made before, or too late.
        String what = HttpMethod.POST.matches(request.getMethod()) ? "too-late" : "no-request";
        pages.tell(request, response, HttpStatus.BAD_REQUEST, what);
    }

    /** The authorization server refuses some requests before it has looked at the address, and would send the browser there. */
    private boolean isTheApplications(String client, String redirect) {
        return directory
                .app(client)
                .filter(app -> app.redirectUris().contains(redirect))
                .isPresent();
    }

    private static String answer(String redirect, OAuth2Error error, @Nullable String state) {
        UriComponentsBuilder answer = UriComponentsBuilder.fromUriString(redirect)
                .queryParam(OAuth2ParameterNames.ERROR, "{error}")
                .queryParam(OAuth2ParameterNames.ERROR_DESCRIPTION, "{description}");
        if (StringUtils.hasText(state)) {
            answer.queryParam(OAuth2ParameterNames.STATE, "{state}");
        }
        return answer.encode()
                .buildAndExpand(Map.of(
                        "error", error.getErrorCode(),
                        "description", String.valueOf(error.getDescription()),
                        "state", String.valueOf(state)))
                .toUriString();
    }
}
