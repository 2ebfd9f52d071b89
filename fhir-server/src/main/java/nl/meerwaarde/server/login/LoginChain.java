package nl.meerwaarde.server.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationServerMetadataClaimNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AccessTokenResponseAuthenticationSuccessHandler;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationCodeRequestAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/** How requests for signing in and for tokens are dealt with. */
final class LoginChain {
    private static final String USER_INFO = "/userinfo";
    private static final String OUR_PAGES = "/sign-in/**";
    private static final String WELL_KNOWN = "/.well-known/**";

    private final LoginProperties properties;
    private final Directory directory;
    private final GrantStore grants;
    private final Launches launches;
    private final AuthorizationServerSettings endpoints;
    private final Clock clock;
    private final RegisteredApps apps;
    private final Pages pages = new Pages();

    LoginChain(
            LoginProperties properties,
            Directory directory,
            GrantStore grants,
            Launches launches,
            AuthorizationServerSettings endpoints,
            Clock clock) {
        this.properties = properties;
        this.directory = directory;
        this.grants = grants;
        this.launches = launches;
        this.endpoints = endpoints;
        this.clock = clock;
        this.apps = new RegisteredApps(directory, properties);
    }

    SecurityFilterChain build(HttpSecurity http, OAuth2TokenGenerator<OAuth2Token> tokens, JwtDecoder decoder)
            throws Exception {
        return http.securityMatcher(everything())
                .with(OAuth2AuthorizationServerConfigurer.authorizationServer(), server -> server(server, tokens))
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(decoder)))
                .authenticationProvider(new PasswordSignIn(directory, clock))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                path(SignInController.SIGN_IN),
                                path(SignInController.SIGN_OUT),
                                path(SignInController.STYLE),
                                path(SignInController.ICON),
                                path(WELL_KNOWN))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage(SignInController.SIGN_IN)
                        .defaultSuccessUrl(SignInController.DONE)
                        .failureHandler(LoginChain::askAgain))
                .logout(logout -> logout.logoutRequestMatcher(PathPatternRequestMatcher.withDefaults()
                                .matcher(HttpMethod.POST, SignInController.SIGN_OUT))
                        .logoutSuccessUrl(SignInController.SIGN_OUT))
                .requestCache(cache -> cache.requestCache(onlyAuthorization()))
                .exceptionHandling(exceptions -> exceptions
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(SignInController.SIGN_IN),
                                new OrRequestMatcher(path(endpoints.getAuthorizationEndpoint()), path(OUR_PAGES)))
                        .defaultAccessDeniedHandlerFor(this::formIsOld, path(OUR_PAGES)))
                .cors(cors -> cors.configurationSource(cors()))
                .headers(this::headers)
                .build();
    }

    private static void askAgain(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        String how = why instanceof TooManyAttempts wait
                ? "?" + SignInController.WAIT + "=" + Math.max(1, wait.left().toSeconds())
                : "?error";
        response.sendRedirect(SignInController.SIGN_IN + how);
    }

    /** The session to which the form belongs is over, or another site sent it. */
    private void formIsOld(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        pages.tell(request, response, HttpStatus.FORBIDDEN, "too-late");
    }

    private RequestMatcher everything() {
        return new OrRequestMatcher(
                path(endpoints.getAuthorizationEndpoint()),
                path(endpoints.getTokenEndpoint()),
                path(endpoints.getTokenIntrospectionEndpoint()),
                path(endpoints.getTokenRevocationEndpoint()),
                path(endpoints.getJwkSetEndpoint()),
                path(endpoints.getOidcLogoutEndpoint()),
                path(USER_INFO),
                path(WELL_KNOWN),
                path(SignInController.SIGN_IN),
                path(OUR_PAGES));
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    private void server(OAuth2AuthorizationServerConfigurer server, OAuth2TokenGenerator<OAuth2Token> tokens) {
        PublicAppAuthentication publicApps = new PublicAppAuthentication(apps, endpoints.getTokenRevocationEndpoint());
        server.registeredClientRepository(apps)
                .authorizationService(grants)
                .authorizationConsentService(new AskedEveryTime())
                .authorizationServerSettings(endpoints)
                .tokenGenerator(tokens)
                .clientAuthentication(clients -> clients.authenticationConverter(publicApps)
                        .authenticationConverter(new AssertedClient())
                        .authenticationProvider(publicApps)
                        .authenticationProviders(this::readAssertions))
                .authorizationEndpoint(authorization -> authorization
                        .consentPage(SignInController.CONSENT)
                        .errorResponseHandler(new RefusedRequest(directory))
                        .authorizationRequestConverter(new NarrowedRequest(
                                new OAuth2AuthorizationCodeRequestAuthenticationConverter(), directory))
                        .authenticationProviders(this::askAndCheck))
                .tokenEndpoint(token -> token.accessTokenRequestConverter(
                                new NarrowedRequest(new OAuth2ClientCredentialsAuthenticationConverter(), directory))
                        .authenticationProviders(LoginChain::refuseNothing)
                        .accessTokenResponseHandler(response()))
                .authorizationServerMetadataEndpoint(metadata ->
                        metadata.authorizationServerMetadataCustomizer(document -> document.claims(this::truth)))
                .oidc(oidc -> oidc.providerConfigurationEndpoint(provider ->
                        provider.providerConfigurationCustomizer(document -> document.claims(this::truth))));
    }

    private void readAssertions(List<AuthenticationProvider> providers) {
        ClientAssertions assertions = new ClientAssertions(
                directory,
                Set.of(
                        properties.issuer() + endpoints.getTokenEndpoint(),
                        properties.issuer() + endpoints.getTokenIntrospectionEndpoint(),
                        properties.issuer() + endpoints.getTokenRevocationEndpoint()),
                clock);
        providers.stream()
                .filter(JwtClientAssertionAuthenticationProvider.class::isInstance)
                .map(JwtClientAssertionAuthenticationProvider.class::cast)
                .forEach(provider -> provider.setJwtDecoderFactory(assertions));
    }

    private void askAndCheck(List<AuthenticationProvider> providers) {
        providers.stream()
                .filter(OAuth2AuthorizationCodeRequestAuthenticationProvider.class::isInstance)
                .map(OAuth2AuthorizationCodeRequestAuthenticationProvider.class::cast)
                .forEach(provider -> {
                    provider.setAuthenticationValidator(new LaunchRequestRules(properties.fhirBase(), launches));
                    provider.setAuthorizationConsentRequired(request -> true);
                });
    }

    /** The request was narrowed before to what the client may get; what is left of it must be something. */
    private static void refuseNothing(List<AuthenticationProvider> providers) {
        providers.stream()
                .filter(OAuth2ClientCredentialsAuthenticationProvider.class::isInstance)
                .map(OAuth2ClientCredentialsAuthenticationProvider.class::cast)
                .forEach(provider -> provider.setAuthenticationValidator(LoginChain::checkSomething));
    }

    private static void checkSomething(OAuth2ClientCredentialsAuthenticationContext context) {
        OAuth2ClientCredentialsAuthenticationToken request = context.getAuthentication();
        if (request.getScopes().isEmpty()) {
            throw new OAuth2AuthenticationException(new OAuth2Error(
                    OAuth2ErrorCodes.INVALID_SCOPE, "none of the scopes can be granted to this client", null));
        }
    }

    private OAuth2AccessTokenResponseAuthenticationSuccessHandler response() {
        OAuth2AccessTokenResponseAuthenticationSuccessHandler handler =
                new OAuth2AccessTokenResponseAuthenticationSuccessHandler();
        handler.setAccessTokenResponseCustomizer(this::addContext);
        return handler;
    }

    private void addContext(OAuth2AccessTokenAuthenticationContext response) {
        OAuth2AccessTokenAuthenticationToken answer = response.getAuthentication();
        OAuth2Authorization grant =
                grants.findByToken(answer.getAccessToken().getTokenValue(), OAuth2TokenType.ACCESS_TOKEN);
        LaunchContext context = grant == null ? null : grant.getAttribute(LaunchContext.ATTRIBUTE);
        if (context != null) {
            Map<String, Object> parameters = new java.util.HashMap<>(answer.getAdditionalParameters());
            parameters.putAll(context.parameters());
            response.getAccessTokenResponse().additionalParameters(parameters);
        }
    }

    /** The authorization server's own documents list all it could do; here they list what it does. */
    private void truth(Map<String, Object> document) {
        SmartConfiguration own = SmartConfiguration.own(properties.issuer(), endpoints, directory);
        List.of(
                        OAuth2AuthorizationServerMetadataClaimNames.GRANT_TYPES_SUPPORTED,
                        OAuth2AuthorizationServerMetadataClaimNames.SCOPES_SUPPORTED,
                        OAuth2AuthorizationServerMetadataClaimNames.TOKEN_ENDPOINT_AUTH_METHODS_SUPPORTED,
                        "token_endpoint_auth_signing_alg_values_supported")
                .forEach(claim -> document.put(claim, own.members().get(claim)));
        List<String> proven = List.of("private_key_jwt");
        document.put(OAuth2AuthorizationServerMetadataClaimNames.INTROSPECTION_ENDPOINT_AUTH_METHODS_SUPPORTED, proven);
        document.put(
                OAuth2AuthorizationServerMetadataClaimNames.REVOCATION_ENDPOINT_AUTH_METHODS_SUPPORTED,
                own.members().get(OAuth2AuthorizationServerMetadataClaimNames.TOKEN_ENDPOINT_AUTH_METHODS_SUPPORTED));
        List.of(
                        "device_authorization_endpoint",
                        "tls_client_certificate_bound_access_tokens",
                        "dpop_signing_alg_values_supported")
                .forEach(document::remove);
    }

    /** After signing in a person goes on where an application sent her, never anywhere else. */
    private HttpSessionRequestCache onlyAuthorization() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, endpoints.getAuthorizationEndpoint()));
        return cache;
    }

    private UrlBasedCorsConfigurationSource cors() {
        CorsConfiguration apps = new CorsConfiguration();
        apps.setAllowedOrigins(directory.origins());
        apps.setAllowedMethods(List.of("GET", "POST"));
        apps.setAllowedHeaders(List.of("Authorization", "Content-Type", "Accept"));
        CorsConfiguration everybody = new CorsConfiguration();
        everybody.setAllowedOrigins(List.of(CorsConfiguration.ALL));
        everybody.setAllowedMethods(List.of("GET"));
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration(endpoints.getTokenEndpoint(), apps);
        source.registerCorsConfiguration(endpoints.getTokenRevocationEndpoint(), apps);
        source.registerCorsConfiguration(USER_INFO, apps);
        source.registerCorsConfiguration(endpoints.getJwkSetEndpoint(), everybody);
        source.registerCorsConfiguration(WELL_KNOWN, everybody);
        return source;
    }

    /** A form may lead to an application in the end, because browsers follow it through the redirects. */
    private void headers(HeadersConfigurer<HttpSecurity> headers) {
        String policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' "
                + String.join(" ", directory.answeredAt()) + "; frame-ancestors 'none'; base-uri 'none'";
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
    }
}
