package nl.meerwaarde.server.identity;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.meerwaarde.audit.RefusedRequests;
import nl.meerwaarde.requester.RequesterSource;
import nl.meerwaarde.requester.Role;
import nl.meerwaarde.server.identity.IdentitySettings.Issuer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtIssuerAuthenticationManagerResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Wires identity. A command that serves nobody, such as an import, needs none. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(IdentitySettings.class)
class IdentityConfiguration {
    /** Where HAPI is. */
    static final String FHIR = "/fhir";

    /** What tells no more than that the server is there and what it can do. */
    private static final String[] FOR_EVERYBODY = {
        "/actuator/health",
        "/actuator/health/*",
        FHIR + "/metadata",
        FHIR + "/.well-known/smart-configuration",
        "/error"
    };

    @Bean
    OpenServer openServer(IdentitySettings settings, ServerProperties server) {
        return new OpenServer(settings, server);
    }

    @Bean
    RequesterSource requesterSource(IdentitySettings settings) {
        return new HttpRequesters(settings.open());
    }

    @Bean
    Refusals refusals(FhirContext fhirContext, RefusedRequests trail) {
        return new Refusals(fhirContext, trail);
    }

    /**
     * Looks at addresses and methods, and leaves parameters and headers to HAPI. Spring's own would refuse some in the middle of HAPI's work, with a message that quotes
     * them: a body sent as a form would stand in the log.
     */
    @Bean
    HttpFirewall requestFirewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterNames(name -> true);
        firewall.setAllowedParameterValues(value -> true);
        firewall.setAllowedHeaderNames(name -> true);
        firewall.setAllowedHeaderValues(value -> true);
        return firewall;
    }

    /** The last of the chains: what no other one takes. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain resourceServer(HttpSecurity http, IdentitySettings settings, Refusals refusals)
            throws Exception {
        // A token is no cookie: no browser sends it by itself, so that nobody can make one send it.
        http.csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .headers(headers -> headers.contentSecurityPolicy(
                                csp -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        if (settings.open()) {
            http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        } else {
            http.authorizeHttpRequests(requests -> requests.requestMatchers(FOR_EVERYBODY)
                    .permitAll()
                    .requestMatchers("/actuator/**")
                    .hasAuthority(Role.ADMINISTRATOR.code())
                    .anyRequest()
                    .authenticated());
        }
        if (settings.issuers().isEmpty()) {
            return http.build();
        }
        return http.oauth2ResourceServer(server -> server.authenticationManagerResolver(byIssuer(settings))
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals)
                        .withObjectPostProcessor(saying(refusals)))
                .addFilterBefore(new RequesterFilter(new TokenRequester(settings)), AuthorizationFilter.class)
                .build();
    }

    /** Spring would end in a 500 where an issuer is away. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> saying(Refusals refusals) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(refusals);
                return filter;
            }
        };
    }

    private static JwtIssuerAuthenticationManagerResolver byIssuer(IdentitySettings settings) {
        Converter<Jwt, AbstractAuthenticationToken> authentication = withRoles(new TokenRequester(settings));
        Map<String, AuthenticationManager> byIssuer = settings.issuers().stream()
                .collect(Collectors.toUnmodifiableMap(Issuer::uri, issuer -> {
                    JwtAuthenticationProvider provider =
                            new JwtAuthenticationProvider(TokenDecoders.of(issuer, settings));
                    provider.setJwtAuthenticationConverter(authentication);
                    return token -> checked(provider, token);
                }));
        return new JwtIssuerAuthenticationManagerResolver(byIssuer::get);
    }

    /** An issuer whose discovery document cannot be had is away. */
    private static Authentication checked(JwtAuthenticationProvider provider, Authentication token) {
        try {
            return provider.authenticate(token);
        } catch (JwtDecoderInitializationException e) {
            throw new AuthenticationServiceException("The keys of an issuer cannot be had.", e);
        }
    }

    private static Converter<Jwt, AbstractAuthenticationToken> withRoles(TokenRequester requesters) {
        return token -> {
            List<GrantedAuthority> roles = requesters.roles(token).stream()
                    .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(role.code()))
                    .toList();
            return new JwtAuthenticationToken(token, roles);
        };
    }
}
