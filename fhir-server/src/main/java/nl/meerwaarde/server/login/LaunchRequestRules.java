package nl.meerwaarde.server.login;

import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.util.StringUtils;

/** What SMART asks of an authorization request, beyond OAuth: PKCE the authorization server checks itself. */
final class LaunchRequestRules implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> {
    static final String AUDIENCE = "aud";
    static final String LAUNCH = "launch";

    private final String fhirBase;
    private final Launches launches;

    LaunchRequestRules(String fhirBase, Launches launches) {
        this.fhirBase = fhirBase;
        this.launches = launches;
    }

    @Override
    public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
        if (!StringUtils.hasText(request.getRedirectUri())) {
            refuse(request, OAuth2ErrorCodes.INVALID_REQUEST, "redirect_uri is missing");
        }
        // Until this has passed nobody is sent anywhere.
        OAuth2AuthorizationCodeRequestAuthenticationValidator.DEFAULT_REDIRECT_URI_VALIDATOR.accept(context);
        if (!StringUtils.hasText(request.getState())) {
            refuse(request, OAuth2ErrorCodes.INVALID_REQUEST, "state is missing");
        }
        if (!isThisServer(parameter(request, AUDIENCE))) {
            refuse(request, OAuth2ErrorCodes.INVALID_REQUEST, "aud is the FHIR address of this server");
        }
        if (request.getScopes().isEmpty()) {
            refuse(request, OAuth2ErrorCodes.INVALID_SCOPE, "none of the scopes can be granted to this application");
        }
        checkLaunch(request);
    }

    private void checkLaunch(OAuth2AuthorizationCodeRequestAuthenticationToken request) {
        String launch = parameter(request, LAUNCH);
        boolean scoped = request.getScopes().contains(GrantedScopes.LAUNCH);
        if (launch == null && !scoped) {
            return;
        }
        if (launch == null || !scoped) {
            refuse(
                    request,
                    OAuth2ErrorCodes.INVALID_REQUEST,
                    "launch comes with the scope launch, and that with launch");
        } else if (!launches.isOpen(launch, request.getClientId())) {
            refuse(request, OAuth2ErrorCodes.INVALID_REQUEST, "launch is not known, was used or is too old");
        }
    }

    private boolean isThisServer(@Nullable String audience) {
        return audience != null && (audience.equals(fhirBase) || audience.equals(fhirBase + "/"));
    }

    static @Nullable String parameter(OAuth2AuthorizationCodeRequestAuthenticationToken request, String name) {
        Object value = request.getAdditionalParameters().get(name);
        return value == null ? null : Objects.toString(value);
    }

    private static void refuse(
            OAuth2AuthorizationCodeRequestAuthenticationToken request, String code, String description) {
        throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                new OAuth2Error(code, description, null), request);
    }
}
