package nl.meerwaarde.server.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
        tell(request, response);
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

    private void tell(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ResponseEntity<String> page = pages.page(
                HttpStatus.BAD_REQUEST,
                "notice",
                request.getHeader(HttpHeaders.ACCEPT_LANGUAGE),
                Map.of("what", "no-request"));
        response.setStatus(page.getStatusCode().value());
        page.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.getOutputStream().write(String.valueOf(page.getBody()).getBytes(StandardCharsets.UTF_8));
    }
}
